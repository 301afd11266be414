package health.cloudcare.patient.accesslog;

import java.util.UUID;

/** Something that nobody who may write the log can have caused. */
record ChainProblem(UUID patientId, long sequence, Kind kind) {

    enum Kind {
        /** The entry is not what was hashed. */
        ALTERED,
        /** The entry does not follow the one before. */
        BROKEN_LINK,
        /** From this entry on some are gone, and later ones are there. */
        MISSING,
        /** From this entry on all are gone. */
        TRUNCATED,
        /** The entry is beyond the head, or was removed by retention before. */
        UNEXPECTED,
        /** The entry, or one before it, was replaced and the chain made to fit: a head kept apart says otherwise. */
        REWRITTEN,
        /** The newest entry is not the one of the head. */
        HEAD_DIFFERS,
        /** The head is not signed by us. */
        HEAD_FORGED,
        /** There are traces of a log whose head is gone. */
        HEAD_MISSING,
        /** What allegedly was removed by retention is not signed by us. */
        ANCHOR_FORGED,
        /** The head has not been kept apart for longer than that takes. */
        NOT_KEPT_APART
    }
}

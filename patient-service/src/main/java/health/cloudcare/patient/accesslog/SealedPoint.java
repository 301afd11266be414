package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.util.UUID;

import health.cloudcare.patient.signature.RecordSignature;

/** A place in a patient's chain that is vouched for: its head, or the anchor that retention left. */
record SealedPoint(UUID patientId, long sequence, EntryHash hash, RecordSignature signature, Instant signedAt) {

    private static final RecordSignature NONE = new RecordSignature("", "");

    /** Nobody vouches for it. */
    static SealedPoint unsealed(UUID patientId, long sequence, EntryHash hash, Instant now) {
        return new SealedPoint(patientId, sequence, hash, NONE, now);
    }

    boolean isUnsealed() {
        return signature.equals(NONE);
    }

    /** A head that no entry has come before. */
    boolean isBeforeTheFirst() {
        return sequence == 0;
    }
}

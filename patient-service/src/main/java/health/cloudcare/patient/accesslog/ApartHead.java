package health.cloudcare.patient.accesslog;

import health.cloudcare.patient.signature.RecordSignature;

/** A head as it was kept apart from the log, its signature verified. */
record ApartHead(long sequence, EntryHash hash, RecordSignature signature) {

    boolean isOf(SealedPoint head) {
        return sequence == head.sequence() && hash.equals(head.hash()) && signature.equals(head.signature());
    }
}

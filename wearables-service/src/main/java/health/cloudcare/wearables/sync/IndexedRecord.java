package health.cloudcare.wearables.sync;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.reading.RawRecord;
import health.cloudcare.wearables.reading.RejectionReason;
import health.cloudcare.wearables.reading.Verdict;

/**
 * A measurement of an upload whose records hold several or none: what is to be judged, or already the verdict on a record
 * that cannot be read.
 *
 * @param index of the record in the upload's list, from 0
 * @param type as the upload names it, for the report
 */
public sealed interface IndexedRecord {

    long index();

    @Nullable
    String type();

    /** To be judged by the rules. */
    record Measured(long index, @Nullable String type, RawRecord raw) implements IndexedRecord {}

    /** Judged before it came to a measurement. */
    record Settled(long index, @Nullable String type, Verdict verdict) implements IndexedRecord {}

    /** @param message for people, without anything that the record says */
    static IndexedRecord refused(long index, @Nullable String type, RejectionReason reason, String message) {
        return new Settled(index, type, new Verdict.Rejected(null, reason, message));
    }

    /** A type that is not kept. */
    static IndexedRecord unmapped(long index, @Nullable String type) {
        return new Settled(index, type, new Verdict.Unmapped());
    }
}

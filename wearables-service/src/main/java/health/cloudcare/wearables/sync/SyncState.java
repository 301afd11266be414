package health.cloudcare.wearables.sync;

/** How far a sync is. */
public enum SyncState {
    /** The client is still sending. */
    RECEIVING,
    /** The broker has all of it, the aggregates not yet. */
    PROCESSING,
    /** Everything taken is stored and in the aggregates. */
    COMPLETED,
    /** The upload ended before its end; what was taken until then is kept. */
    FAILED;

    public boolean terminal() {
        return this == COMPLETED || this == FAILED;
    }
}

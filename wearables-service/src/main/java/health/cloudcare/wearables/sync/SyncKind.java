package health.cloudcare.wearables.sync;

/** By which call readings came, or were taken back. */
public enum SyncKind {
    SYNC,
    APPLE_HEALTH,
    APPLE_HEALTH_BATCH,
    APPLE_HEALTH_EXPORT,
    HEALTH_CONNECT,
    OPEN_MHEALTH,
    DELETION
}

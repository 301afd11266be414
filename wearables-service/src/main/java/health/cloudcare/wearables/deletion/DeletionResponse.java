package health.cloudcare.wearables.deletion;

import java.time.Instant;
import java.util.UUID;

import health.cloudcare.wearables.sync.Sync;
import health.cloudcare.wearables.sync.SyncState;

/**
 * How far a deletion is.
 *
 * @param removed readings that went, not final before {@code COMPLETED}
 */
record DeletionResponse(boolean success, String message, UUID deletionId, SyncState status, long removed) {

    static DeletionResponse of(Sync sync, Instant now) {
        SyncState state = sync.state(now);
        String message =
                switch (state) {
                    case COMPLETED -> "The readings are deleted";
                    case FAILED -> "The deletion could not be taken; ask for it again";
                    case RECEIVING, PROCESSING -> "The readings are being deleted";
                };
        return new DeletionResponse(state != SyncState.FAILED, message, sync.id(), state, sync.removed());
    }
}

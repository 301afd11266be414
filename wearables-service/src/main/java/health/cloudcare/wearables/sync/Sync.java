package health.cloudcare.wearables.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One upload of readings, from its first byte to the aggregates.
 *
 * @param written the state as its writers left it; {@link #state} says what it means by now
 * @param stored readings that were new, as the topic's consumer counted them
 * @param duplicates readings that were there already
 * @param removed readings that a deletion took away
 * @param completed whether the consumer has met the end of the sync
 * @param outcomeAt when the consumer last counted
 */
public record Sync(
        UUID id,
        UUID patientId,
        SyncKind kind,
        @Nullable String deviceId,
        SyncState written,
        Instant startedAt,
        Instant updatedAt,
        long bytesReceived,
        SyncReport report,
        @Nullable SyncFailure failure,
        long stored,
        long duplicates,
        long removed,
        boolean completed,
        @Nullable Instant outcomeAt) {

    /** While something is received its record is written every second. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final SyncFailure INTERRUPTED =
            new SyncFailure("UPLOAD_INTERRUPTED", "the upload was interrupted; send it again", 0);

    public SyncState state(Instant now) {
        return switch (written) {
            case FAILED -> SyncState.FAILED;
            case RECEIVING -> silent(now) ? SyncState.FAILED : SyncState.RECEIVING;
            case PROCESSING, COMPLETED -> completed ? SyncState.COMPLETED : SyncState.PROCESSING;
        };
    }

    /** The failure written, or that of a service that ended in the middle of the upload and could write none. */
    public @Nullable SyncFailure failure(Instant now) {
        return failure == null && written == SyncState.RECEIVING && silent(now) ? INTERRUPTED : failure;
    }

    public @Nullable Instant finishedAt(Instant now) {
        return switch (state(now)) {
            case COMPLETED -> outcomeAt;
            case FAILED -> updatedAt;
            case RECEIVING, PROCESSING -> null;
        };
    }

    private boolean silent(Instant now) {
        return updatedAt.plus(SILENCE).isBefore(now);
    }
}

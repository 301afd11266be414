package health.cloudcare.wearables.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.reading.RejectionReason;
import health.cloudcare.wearables.sync.Sync;
import health.cloudcare.wearables.sync.SyncFailure;
import health.cloudcare.wearables.sync.SyncKind;
import health.cloudcare.wearables.sync.SyncState;
import health.cloudcare.wearables.sync.TypeCount;

/**
 * How far an import is. {@code records = accepted + rejected + unmapped}; once completed,
 * {@code accepted = stored + duplicates}.
 *
 * @param types per type of the upload; what is no record at all (workouts) stands there by its element's name
 * @param rejections the first hundred
 */
record ImportResponse(
        UUID importId,
        SyncKind kind,
        SyncState state,
        @Nullable String deviceId,
        long bytesReceived,
        long records,
        long accepted,
        long stored,
        long duplicates,
        long rejected,
        long unmapped,
        List<TypeCount> types,
        List<Rejected> rejections,
        @Nullable SyncFailure failure,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** @param line of the file from 1, or the index in a JSON list from 0 */
    record Rejected(long line, String type, RejectionReason reason, String message) {}

    static ImportResponse of(Sync sync, Instant now) {
        return new ImportResponse(
                sync.id(),
                sync.kind(),
                sync.state(now),
                sync.deviceId(),
                sync.bytesReceived(),
                sync.report().records(),
                sync.report().accepted(),
                sync.stored(),
                sync.duplicates(),
                sync.report().rejected(),
                sync.report().unmapped(),
                sync.report().types(),
                sync.report().rejections().stream()
                        .map(rejected -> new Rejected(
                                rejected.position(), rejected.type(), rejected.reason(), rejected.message()))
                        .toList(),
                sync.failure(now),
                sync.startedAt(),
                sync.finishedAt(now));
    }
}

package health.cloudcare.wearables.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * @param id of the sync; {@code imports/{id}} tells what became of it
 * @param totalMetrics readings of types that are kept, good and bad
 * @param errors the first hundred
 */
record SyncResponse(
        String message,
        UUID id,
        Instant timestamp,
        long totalMetrics,
        long acceptedCount,
        long errorCount,
        long unmappedCount,
        List<ReadingErrorResponse> errors) {

    static SyncResponse of(SyncIntake.Receipt receipt, SyncReport report) {
        return new SyncResponse(
                report.rejected() == 0
                        ? "Metrics synced successfully"
                        : "Metrics synced, %d of them could not be taken".formatted(report.rejected()),
                receipt.syncId(),
                receipt.at(),
                report.accepted() + report.rejected(),
                report.accepted(),
                report.rejected(),
                report.unmapped(),
                ReadingErrorResponse.of(report));
    }
}

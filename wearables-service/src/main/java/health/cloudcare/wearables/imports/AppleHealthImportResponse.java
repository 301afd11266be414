package health.cloudcare.wearables.imports;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.sync.ReadingErrorResponse;
import health.cloudcare.wearables.sync.Sync;
import health.cloudcare.wearables.sync.SyncReport;

/**
 * @param totalMetrics samples of types that are kept, good and bad
 * @param wasDuplicate nothing new came and nothing failed
 * @param status {@code PROCESSING} while stored and duplicate counts are not final, else {@code COMPLETED}
 */
record AppleHealthImportResponse(
        String message,
        UUID importId,
        String status,
        String deviceId,
        String deviceType,
        long totalMetrics,
        long storedCount,
        long duplicateCount,
        long errorCount,
        long unmappedCount,
        boolean wasDuplicate,
        List<ReadingErrorResponse> errors) {

    static AppleHealthImportResponse of(String deviceId, AppleDeviceType type, Sync sync) {
        SyncReport report = sync.report();
        return new AppleHealthImportResponse(
                message(sync, null),
                sync.id(),
                sync.completed() ? "COMPLETED" : "PROCESSING",
                deviceId,
                type.code(),
                report.accepted() + report.rejected(),
                sync.stored(),
                sync.duplicates(),
                report.rejected(),
                report.unmapped(),
                wasDuplicate(sync),
                ReadingErrorResponse.of(report));
    }

    static boolean wasDuplicate(Sync sync) {
        return sync.completed() && sync.stored() == 0 && sync.report().rejected() == 0;
    }

    static String message(Sync sync, @Nullable Integer exports) {
        String what = exports == null ? "Apple Health data" : exports + " Apple Health exports";
        if (!sync.completed()) {
            return what + " received and being processed";
        }
        return wasDuplicate(sync) ? what + " held nothing new" : what + " imported successfully";
    }
}

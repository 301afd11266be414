package health.cloudcare.wearables.imports;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.sync.ReadingErrorResponse;
import health.cloudcare.wearables.sync.Sync;
import health.cloudcare.wearables.sync.SyncReport;

/**
 * As the Apple import answers. A record may hold several readings, each counted for itself, and none: {@code totalMetrics +
 * unmappedCount} is what the body came to.
 *
 * @param deviceId as the body names it; null when it names none
 * @param totalMetrics readings of types that are kept, good and bad
 * @param wasDuplicate nothing new came and nothing failed
 * @param status {@code PROCESSING} while stored and duplicate counts are not final, else {@code COMPLETED}
 * @param errors by the index of their record; the first hundred
 */
record RecordImportResponse(
        String message,
        UUID importId,
        String status,
        @Nullable String deviceId,
        long totalMetrics,
        long storedCount,
        long duplicateCount,
        long errorCount,
        long unmappedCount,
        boolean wasDuplicate,
        List<ReadingErrorResponse> errors) {

    /** 201 with the counts, 202 when they are not final. */
    static RestResponse<RecordImportResponse> answer(String what, Sync sync) {
        SyncReport report = sync.report();
        RecordImportResponse body = new RecordImportResponse(
                message(what, sync),
                sync.id(),
                sync.completed() ? "COMPLETED" : "PROCESSING",
                sync.deviceId(),
                report.accepted() + report.rejected(),
                sync.stored(),
                sync.duplicates(),
                report.rejected(),
                report.unmapped(),
                AppleHealthImportResponse.wasDuplicate(sync),
                ReadingErrorResponse.of(report));
        RestResponse.Status status = sync.completed() ? RestResponse.Status.CREATED : RestResponse.Status.ACCEPTED;
        return RestResponse.ResponseBuilder.create(status, body)
                .location(URI.create(ImportResource.PATH + "/" + sync.id()))
                .build();
    }

    private static String message(String what, Sync sync) {
        if (!sync.completed()) {
            return what + " received and being processed";
        }
        return AppleHealthImportResponse.wasDuplicate(sync)
                ? what + " held nothing new"
                : what + " imported successfully";
    }
}

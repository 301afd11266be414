package health.cloudcare.wearables.sync;

import java.util.List;

import health.cloudcare.wearables.reading.RejectionReason;

/**
 * A reading of a JSON body that was not taken.
 *
 * @param index in the body's list, from 0
 */
public record ReadingErrorResponse(long index, String metricType, RejectionReason reason, String message) {

    public static List<ReadingErrorResponse> of(SyncReport report) {
        return report.rejections().stream()
                .map(rejected -> new ReadingErrorResponse(
                        rejected.position(), rejected.type(), rejected.reason(), rejected.message()))
                .toList();
    }
}

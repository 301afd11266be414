package health.cloudcare.wearables.summary;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Everything the app's wearables screen shows.
 *
 * @param summary the window's last day by metric; every value is an object, which the app relies on
 * @param timeSeries charts, each in ascending order
 */
record ComprehensiveResponse(
        UUID patientId,
        Instant requestTimestamp,
        Map<String, MetricSummary> summary,
        Map<String, List<Point>> timeSeries,
        DeviceInfo deviceInfo) {

    /** @param totalMetrics readings stored of the patient over all time */
    record DeviceInfo(@Nullable Instant lastSync, long totalMetrics) {}
}

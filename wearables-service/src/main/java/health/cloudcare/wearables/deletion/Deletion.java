package health.cloudcare.wearables.deletion;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Source;

/**
 * Readings that a patient took back: those that match everything that is named and were received by then.
 *
 * @param metric null for every metric
 * @param sourceName null for every source
 * @param deviceId null for every device; empty for what came from an export file
 * @param fromMillis of the readings' starts, milliseconds since the epoch
 * @param toMillis exclusive
 * @param at milliseconds since the epoch; what is received later stays
 */
public record Deletion(
        @Nullable MetricType metric,
        @Nullable String sourceName,
        @Nullable String deviceId,
        long fromMillis,
        long toMillis,
        long at) {

    public boolean covers(MetricType measured, Source source, long startMillis, long receivedAt) {
        return receivedAt <= at
                && startMillis >= fromMillis
                && startMillis < toMillis
                && (metric == null || metric == measured)
                && (sourceName == null || sourceName.equals(source.name()))
                && (deviceId == null || deviceId.equals(source.deviceId()));
    }

    /** Whether it takes back everything that the other does. */
    boolean covers(Deletion other) {
        return other.at <= at
                && other.fromMillis >= fromMillis
                && other.toMillis <= toMillis
                && (metric == null || metric == other.metric)
                && (sourceName == null || sourceName.equals(other.sourceName))
                && (deviceId == null || deviceId.equals(other.deviceId));
    }
}

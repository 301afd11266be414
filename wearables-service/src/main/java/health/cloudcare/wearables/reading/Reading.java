package health.cloudcare.wearables.reading;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;

/**
 * One measurement, valid and in its metric's unit.
 *
 * @param startMillis milliseconds since the epoch
 * @param endMillis not before the start; equal to it for a measurement of an instant
 * @param value in the metric's unit; for sleep the stage's code ({@link SleepStage#code()})
 * @param original what the source wrote, where that was in another unit
 * @param recordId the source's own id of the record that this is a part of, where it has one
 */
public record Reading(
        MetricType metric,
        Source source,
        long startMillis,
        long endMillis,
        double value,
        @Nullable Original original,
        @Nullable String recordId) {

    public Reading {
        if (endMillis < startMillis || !Double.isFinite(value)) {
            throw new IllegalArgumentException("a reading ends after it starts and has a finite value");
        }
    }

    /** Whose value came in the metric's unit. */
    public Reading(MetricType metric, Source source, long startMillis, long endMillis, double value) {
        this(metric, source, startMillis, endMillis, value, null, null);
    }
}

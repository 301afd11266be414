package health.cloudcare.wearables.reading;

import health.cloudcare.wearables.metric.MetricType;

/**
 * One measurement, valid and in its metric's unit.
 *
 * @param startMillis milliseconds since the epoch
 * @param endMillis not before the start; equal to it for a measurement of an instant
 * @param value in the metric's unit; for sleep the stage's code ({@link SleepStage#code()})
 */
public record Reading(MetricType metric, Source source, long startMillis, long endMillis, double value) {

    public Reading {
        if (endMillis < startMillis || !Double.isFinite(value)) {
            throw new IllegalArgumentException("a reading ends after it starts and has a finite value");
        }
    }
}

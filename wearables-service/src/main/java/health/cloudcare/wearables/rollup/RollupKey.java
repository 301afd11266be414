package health.cloudcare.wearables.rollup;

import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.DayKey;
import health.cloudcare.wearables.metric.MetricType;

/**
 * Names the rollup of one metric and UTC day.
 */
public record RollupKey(DayKey day, MetricType metric) {

    public static RollupKey of(ChunkKey chunk) {
        return new RollupKey(chunk.day(), chunk.metric());
    }

    public long epochDay() {
        return day.epochDay();
    }
}

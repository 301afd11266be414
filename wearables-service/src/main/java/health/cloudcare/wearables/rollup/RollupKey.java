package health.cloudcare.wearables.rollup;

import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.metric.MetricType;

/**
 * Names a day rollup.
 *
 * @param epochDay the UTC day, days since the epoch
 */
public record RollupKey(String patientId, MetricType metric, long epochDay) {

    public static RollupKey of(ChunkKey chunk) {
        return new RollupKey(chunk.patientId(), chunk.metric(), chunk.epochDay());
    }

    public String id() {
        return patientId + '|' + metric.code() + '|' + epochDay;
    }
}

package health.cloudcare.wearables.rollup;

import health.cloudcare.wearables.reading.SleepStage;

/**
 * A stretch of one night in one state, sources already merged. Segments in bed and segments of stages are two layers:
 * within a layer no two overlap.
 *
 * @param startMillis milliseconds since the epoch
 */
public record SleepSegment(long startMillis, long endMillis, SleepStage stage) {
    public long millis() {
        return endMillis - startMillis;
    }
}

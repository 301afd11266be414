package health.cloudcare.wearables.chunk;

import health.cloudcare.wearables.metric.MetricType;

/**
 * Names an hour chunk.
 *
 * @param patientId the patient's profile id in its text form
 * @param hour hours since the epoch, UTC
 */
public record ChunkKey(String patientId, MetricType metric, long hour) {
    public static final long HOUR_MILLIS = 3_600_000;

    public static long hourOf(long epochMillis) {
        return Math.floorDiv(epochMillis, HOUR_MILLIS);
    }

    public long startMillis() {
        return hour * HOUR_MILLIS;
    }

    /** The day whose document holds this chunk. */
    public DayKey day() {
        return new DayKey(patientId, Math.floorDiv(hour, 24));
    }

    public int hourOfDay() {
        return Math.floorMod(hour, 24);
    }
}

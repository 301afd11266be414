package health.cloudcare.benchmarks.readings;

/**
 * One reading, as a device takes it.
 *
 * @param metric a code of the metric vocabulary
 * @param durationMillis 0 for a reading of an instant
 */
public record Reading(String metric, Device device, long startMillis, int durationMillis, double value) {
    public long endMillis() {
        return startMillis + durationMillis;
    }
}

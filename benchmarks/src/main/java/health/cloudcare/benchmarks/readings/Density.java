package health.cloudcare.benchmarks.readings;

/**
 * How closely a person is measured.
 *
 * @param heartRateSeconds between two heart rates at rest
 * @param workoutSeconds between two heart rates during the daily workout
 * @param movement share of the waking minutes in which steps, distance and energy are counted
 */
public record Density(int heartRateSeconds, int workoutSeconds, double movement) {
    /** Every minute, as a watch that is worn does it: some 3,900 readings a day. */
    public static final Density MINUTELY = new Density(60, 5, 0.5);

    /** A watch that saves its battery: some 1,000 readings a day, 30,000 in a month. */
    public static final Density SPARING = new Density(300, 10, 0.125);
}

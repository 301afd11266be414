package health.cloudcare.benchmarks.load;

import java.time.Duration;

/** What was done in some time. */
public record Tally(long done, Duration time) {
    public static final Tally NOTHING = new Tally(0, Duration.ZERO);

    public double perSecond() {
        return done / (time.toNanos() / 1e9);
    }

    /** One after the other. */
    public Tally and(Tally other) {
        return new Tally(done + other.done, time.plus(other.time));
    }
}

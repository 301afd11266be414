package health.cloudcare.benchmarks.load;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.DoubleStream;

import health.cloudcare.benchmarks.Latencies;

/**
 * What became of requests that were offered for a time.
 *
 * @param good acknowledged within that time
 * @param acknowledged in time or afterwards
 * @param refused answered with 429 or 503 and a time to come back
 * @param unexpected any other answer
 * @param example of an unexpected one; empty without
 * @param unsent due while every connection waited for an answer
 * @param unanswered without an answer, or with half of one
 * @param millis from when each acknowledged one was due to its answer
 */
public record Offered(
        Tally good,
        long acknowledged,
        long refused,
        long unexpected,
        long unsent,
        long unanswered,
        String example,
        double[] millis) {
    public static final Offered NOTHING = new Offered(Tally.NOTHING, 0, 0, 0, 0, 0, "", new double[0]);

    /** One after the other. */
    public Offered and(Offered other) {
        return new Offered(
                good.and(other.good),
                acknowledged + other.acknowledged,
                refused + other.refused,
                unexpected + other.unexpected,
                unsent + other.unsent,
                unanswered + other.unanswered,
                example.isEmpty() ? other.example : example,
                DoubleStream.concat(DoubleStream.of(millis), DoubleStream.of(other.millis))
                        .toArray());
    }

    public double perSecond() {
        long all = acknowledged + refused + unexpected + unsent + unanswered;
        return new Tally(all, good.time()).perSecond();
    }

    public String line() {
        Duration time = good.time();
        return String.format(
                Locale.ROOT,
                "%,.0f/s offered for %.0f s: %,.0f/s acknowledged (%s), %,d refused with a time to come back,"
                        + " %,d answered otherwise%s, %,d found no connection, %,d without an answer",
                perSecond(),
                time.toMillis() / 1e3,
                good.perSecond(),
                millis.length == 0 ? "none" : Latencies.ofMillis(millis),
                refused,
                unexpected,
                example.isEmpty() ? "" : " (" + example + ")",
                unsent,
                unanswered);
    }
}

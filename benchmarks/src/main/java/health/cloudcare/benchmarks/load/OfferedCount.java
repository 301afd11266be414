package health.cloudcare.benchmarks.load;

import java.time.Duration;
import java.util.stream.DoubleStream;

/** Counts what becomes of requests that are offered. */
final class OfferedCount {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final DoubleStream.Builder millis = DoubleStream.builder();
    private long inTime;
    private long acknowledged;
    private long refused;
    private long unexpected;
    private long unsent;
    private long broken;
    private String example = "";

    /**
     * @param due when the request had to be sent, nanoseconds
     * @param answeredInTime before the end of the run
     */
    void answered(IncomingAnswer answer, long due, boolean answeredInTime) {
        if (answer.status() < 300) {
            acknowledged++;
            inTime += answeredInTime ? 1 : 0;
            millis.add((System.nanoTime() - due) / 1e6);
        } else if ((answer.status() == TOO_MANY || answer.status() == UNAVAILABLE) && answer.hasField("retry-after")) {
            refused++;
        } else {
            unexpected++;
            example = example.isEmpty() ? answer.status() + " " + answer.body() : example;
        }
    }

    void unsent() {
        unsent++;
    }

    void broken() {
        broken++;
    }

    Offered of(Duration time, long unanswered) {
        return new Offered(
                new Tally(inTime, time),
                acknowledged,
                refused,
                unexpected,
                unsent,
                broken + unanswered,
                example,
                millis.build().toArray());
    }
}

package health.cloudcare.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One of two that are compared: requests to a process.
 *
 * @param clock the processor time of the process so far
 */
public record Side(ClosedLoop clients, Supplier<byte[]> requests, Supplier<Duration> clock) {
    public Usage run(Duration time) throws IOException {
        return Usage.of(clock, () -> clients.run(requests, time));
    }

    public Usage run(int count, Duration most) throws IOException {
        return Usage.of(clock, () -> clients.run(requests, count, most));
    }
}

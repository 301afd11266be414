package health.cloudcare.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UsageTest {
    @Test
    void roundsAddUpByWorkAndTimeNotByTheirRates() throws IOException {
        Iterator<Duration> clock = List.of(
                        Duration.ofSeconds(10), Duration.ofSeconds(11), Duration.ofSeconds(20), Duration.ofSeconds(24))
                .iterator();
        Usage fast = Usage.of(clock::next, () -> new Tally(100, Duration.ofSeconds(1)));
        Usage slow = Usage.of(clock::next, () -> new Tally(100, Duration.ofSeconds(3)));

        Usage both = fast.and(slow);

        assertThat(both.perSecond()).isEqualTo(50);
        assertThat(both.perCpuSecond()).isEqualTo(40);
        assertThat(both.line("requests")).isEqualTo("50.0 requests/s (25.000 ms of its processor time each)");
    }
}

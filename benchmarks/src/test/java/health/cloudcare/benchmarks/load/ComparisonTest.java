package health.cloudcare.benchmarks.load;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {
    @Test
    void roundsAddUpSideBySide() {
        Comparison first = new Comparison(usage(90, 1), usage(100, 2));
        Comparison second = new Comparison(usage(90, 2), usage(200, 3));

        Comparison both = first.and(second);

        assertThat(both.figure("ours-vs-peer").line())
                .isEqualTo("ours-vs-peer: 0.60x (90.0 requests/s vs 150.0 requests/s)");
        assertThat(both.cpuFigure("cpu").line())
                .isEqualTo("cpu: 1.00x (60.0 requests per processor second of the service"
                        + " vs 60.0 requests per processor second of the service)");
        assertThat(first.line("ours", "peer"))
                .isEqualTo("ours 90.0 requests/s (11.111 ms of its processor time each),"
                        + " peer 100.0 requests/s (20.000 ms of its processor time each)");
    }

    /** In a second. */
    private static Usage usage(long done, int cpuSeconds) {
        return new Usage(new Tally(done, Duration.ofSeconds(1)), Duration.ofSeconds(cpuSeconds));
    }
}

package health.cloudcare.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LatenciesTest {
    @Test
    void percentilesAreDurationsThatWereMeasured() {
        Latencies latencies = Latencies.ofMillis(
                IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray());

        assertThat(latencies.p50()).isEqualTo(100);
        assertThat(latencies.p95()).isEqualTo(190);
        assertThat(latencies.p99()).isEqualTo(198);
        assertThat(latencies.max()).isEqualTo(200);
        assertThat(latencies.count()).isEqualTo(200);
        assertThat(latencies.mean()).isEqualTo(100.5);
    }

    @Test
    void partsCountTogetherAndNotAsTheAverageOfTheirPercentiles() {
        Latencies quiet =
                Latencies.ofMillis(IntStream.range(0, 99).mapToDouble(i -> 1).toArray());
        Latencies slow = Latencies.ofMillis(50);

        assertThat(Latencies.together(List.of(quiet, slow)).p99()).isEqualTo(1);
    }
}

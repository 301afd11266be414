package health.cloudcare.benchmarks.dashboard;

import java.util.List;

import org.junit.jupiter.api.Test;

import health.cloudcare.benchmarks.dashboard.MergedAmounts.Interval;

import static org.assertj.core.api.Assertions.assertThat;

class MergedAmountsTest {
    private static final long MINUTE = 60_000;

    @Test
    void countsOfALesserSourceOnlyWhatTheBetterOneLeavesOpen() {
        MergedAmounts merged = new MergedAmounts();

        merged.add(List.of(new Interval(0, 10 * MINUTE, 100)));
        merged.add(List.of(new Interval(5 * MINUTE, 15 * MINUTE, 80), new Interval(20 * MINUTE, 21 * MINUTE, 7)));

        assertThat(total(merged)).isEqualTo(100 + 40 + 7);
    }

    @Test
    void addsUpWhatOneSourceCountsTwiceAtATime() {
        MergedAmounts merged = new MergedAmounts();

        merged.add(List.of(new Interval(0, 10 * MINUTE, 100), new Interval(5 * MINUTE, 15 * MINUTE, 80)));

        assertThat(total(merged)).isEqualTo(180);
    }

    @Test
    void splitsAnAmountAtTheHalfHour() {
        MergedAmounts merged = new MergedAmounts();

        merged.add(List.of(new Interval(20 * MINUTE, 40 * MINUTE, 10)));

        assertThat(merged.byStart()).containsEntry(0L, 5.0).containsEntry(30 * MINUTE, 5.0);
    }

    private static double total(MergedAmounts merged) {
        return merged.byStart().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}

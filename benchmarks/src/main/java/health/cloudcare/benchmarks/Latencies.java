package health.cloudcare.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Durations of single calls. */
public final class Latencies {
    private final double[] sortedMillis;

    private Latencies(double[] sortedMillis) {
        this.sortedMillis = sortedMillis;
    }

    /** Something that is called often. */
    public interface Call {
        void run() throws Exception;
    }

    /** Of calls one after the other. */
    public static Latencies of(int warmUps, int calls, Call call) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            call.run();
        }
        double[] millis = new double[calls];
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            call.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return ofMillis(millis);
    }

    public static Latencies ofMillis(double... millis) {
        if (millis.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** All of them as if they had been measured together. */
    public static Latencies together(Collection<Latencies> parts) {
        return ofMillis(parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.sortedMillis))
                .toArray());
    }

    /** Unlike percentiles, means of parts add up to that of the whole. */
    public double mean() {
        return Arrays.stream(sortedMillis).average().orElseThrow();
    }

    public double p50() {
        return percentile(50);
    }

    public double p95() {
        return percentile(95);
    }

    public double p99() {
        return percentile(99);
    }

    public double max() {
        return sortedMillis[sortedMillis.length - 1];
    }

    public int count() {
        return sortedMillis.length;
    }

    /** The smallest duration that at least so many percent of the calls did not exceed. */
    private double percentile(int percent) {
        int rank = (sortedMillis.length * percent + 99) / 100;
        return sortedMillis[Math.max(rank, 1) - 1];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p95 %.2f ms, p99 %.2f ms (%d calls)",
                p50(),
                p95(),
                p99(),
                sortedMillis.length);
    }
}

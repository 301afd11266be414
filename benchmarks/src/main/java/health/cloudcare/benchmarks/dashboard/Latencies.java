package health.cloudcare.benchmarks.dashboard;

import java.util.Arrays;
import java.util.Locale;

/** Durations of single calls, one after the other. */
final class Latencies {
    private final double[] sortedMillis;

    private Latencies(double[] sortedMillis) {
        this.sortedMillis = sortedMillis;
    }

    /** Something that is called often. */
    interface Call {
        void run() throws Exception;
    }

    static Latencies of(int warmUps, int calls, Call call) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            call.run();
        }
        double[] millis = new double[calls];
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            call.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return new Latencies(millis);
    }

    double p50() {
        return percentile(50);
    }

    double p95() {
        return percentile(95);
    }

    /** The smallest duration that at least so many percent of the calls did not exceed. */
    private double percentile(int percent) {
        int rank = (sortedMillis.length * percent + 99) / 100;
        return sortedMillis[Math.max(rank, 1) - 1];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.2f ms, p95 %.2f ms (%d calls)", p50(), p95(), sortedMillis.length);
    }
}

package health.cloudcare.benchmarks.revocation;

import java.util.List;
import java.util.Locale;

import health.cloudcare.benchmarks.Latencies;

/**
 * What was seen of many revocations in one service.
 *
 * @param lags from the 200 on the revocation to the first refusal
 * @param before reads until then
 * @param later reads after it: none of them may be allowed
 */
record Enforcement(Latencies lags, Verdicts before, Verdicts later) {

    /** Of at least one revocation. */
    static Enforcement of(double[] lagMillis, List<Seen> seen) {
        return new Enforcement(
                Latencies.ofMillis(lagMillis),
                seen.stream().map(Seen::before).reduce(Verdicts.NONE, Verdicts::and),
                seen.stream().map(Seen::later).reduce(Verdicts.NONE, Verdicts::and));
    }

    Enforcement andLater(Verdicts more) {
        return new Enforcement(lags, before, later.and(more));
    }

    long undecided() {
        return before.undecided() + later.undecided();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "refused after p50 %.1f ms, p99 %.1f ms, at most %.1f ms (%,d revocations);"
                        + " allowed after that: %d of %,d; undecided (503): %d",
                lags.p50(),
                lags.p99(),
                lags.max(),
                lags.count(),
                later.allowed(),
                later.total(),
                undecided());
    }
}

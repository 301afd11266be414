package health.cloudcare.benchmarks.revocation;

/**
 * What a doctor saw of one revocation in one service.
 *
 * @param refusedAt when the first refusal had arrived, by {@link System#nanoTime()}
 * @param before reads until then
 * @param later reads after it
 */
record Seen(long refusedAt, Verdicts before, Verdicts later) {

    /** None when the refusal came sooner than the patient's answer. */
    double lagMillis(long acknowledgedAt) {
        return Math.max(0, refusedAt - acknowledgedAt) / 1e6;
    }
}

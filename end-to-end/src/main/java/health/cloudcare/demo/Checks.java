package health.cloudcare.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts what agrees and remembers what does not. */
final class Checks {

    private static final int MOST_SHOWN = 20;

    private int passed;
    private final List<String> differences = new ArrayList<>();

    void equal(String what, long actual, long expected) {
        record(actual == expected, "%s: %,d instead of %,d", what, actual, expected);
    }

    /** Answers have six decimals, and sums of many numbers differ in the last bits. */
    void close(String what, double actual, double expected) {
        double tolerance = Math.max(2e-6, Math.abs(expected) * 1e-9);
        record(Math.abs(actual - expected) <= tolerance, "%s: %,.6f instead of %,.6f", what, actual, expected);
    }

    boolean conclude(Console console) {
        int all = passed + differences.size();
        if (differences.isEmpty()) {
            console.line("  all %,d checks passed", all);
            return true;
        }
        differences.stream().limit(MOST_SHOWN).forEach(difference -> console.line("  differs: " + difference));
        console.line("  %,d of %,d checks failed", differences.size(), all);
        return false;
    }

    private void record(boolean agrees, String format, Object... arguments) {
        if (agrees) {
            passed++;
        } else {
            differences.add(String.format(Locale.ROOT, format, arguments));
        }
    }
}

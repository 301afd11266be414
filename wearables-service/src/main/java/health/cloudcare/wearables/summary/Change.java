package health.cloudcare.wearables.summary;

import org.jspecify.annotations.Nullable;

/** A change as the app shows it: a whole percentage, with a sign only when it is one up. */
final class Change {
    private Change() {}

    /** @return null when there is nothing to compare with */
    static @Nullable String of(double before, double now) {
        if (before == 0) {
            return null;
        }
        long percent = Math.round(Math.rint((now - before) / before * 100));
        return (percent > 0 ? "+" : "") + percent + "%";
    }
}

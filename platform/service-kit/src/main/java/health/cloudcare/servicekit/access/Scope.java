package health.cloudcare.servicekit.access;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How much of what was asked for is open. Whoever answers shows no more than this.
 *
 * @param metrics of wearables; empty means all
 * @param from the first open day, in the patient's zone; null when nothing is too old
 * @param to the last open day; null when nothing is too new
 * @param resolution the finest of wearables
 * @param mayKeep whether a copy may be handed out to keep
 */
public record Scope(
        Set<String> metrics,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Resolution resolution,
        boolean mayKeep) {

    /** What owners have of their own data. */
    public static final Scope EVERYTHING = new Scope(Set.of(), null, null, Resolution.RAW, true);

    public Scope {
        metrics = Set.copyOf(metrics);
    }

    public boolean hasMetric(String code) {
        return metrics.isEmpty() || metrics.contains(code);
    }

    public boolean hasDay(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether any of these days is open; a bound that is null is none. */
    public boolean hasAnyOf(@Nullable LocalDate first, @Nullable LocalDate last) {
        return (from == null || last == null || !last.isBefore(from))
                && (to == null || first == null || !first.isAfter(to));
    }

    public boolean shows(Resolution wanted) {
        return !wanted.isFinerThan(resolution);
    }
}

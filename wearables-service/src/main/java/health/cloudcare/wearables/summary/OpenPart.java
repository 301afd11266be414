package health.cloudcare.wearables.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.Resolution;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.patient.ZoneHistory;

/**
 * The part of a patient's readings that the caller may see.
 *
 * @param from its first instant
 * @param to its end, exclusive
 */
record OpenPart(Scope scope, Instant from, Instant to) {

    /** @param zones the patient's, whose days a consent names */
    static OpenPart of(Scope scope, ZoneHistory zones) {
        return new OpenPart(
                scope,
                startOf(scope.from(), zones, Instant.MIN),
                startOf(scope.to() == null ? null : scope.to().plusDays(1), zones, Instant.MAX));
    }

    private static Instant startOf(@Nullable LocalDate day, ZoneHistory zones, Instant otherwise) {
        return day == null ? otherwise : zones.startOf(day);
    }

    List<MetricType> metricsOf(Collection<MetricType> wanted) {
        return wanted.stream().filter(metric -> scope.hasMetric(metric.code())).toList();
    }

    boolean showsHours() {
        return scope.shows(Resolution.HOURLY);
    }

    /** When somebody fell asleep is finer than any hour. */
    boolean showsSessions() {
        return scope.shows(Resolution.RAW);
    }

    boolean isBounded() {
        return scope.from() != null || scope.to() != null;
    }

    Instant later(Instant start) {
        return start.isBefore(from) ? from : start;
    }

    Instant earlier(Instant end) {
        return end.isAfter(to) ? to : end;
    }
}

package health.cloudcare.wearables.summary;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.patient.ZoneHistory;

/**
 * The time a dashboard shows: whole local days up to today, or up to a day in the past.
 *
 * @param now the moment of asking
 * @param zoneAsked whether the request named the zone; hourly labels are UTC when it did not
 */
record Window(LocalDays days, Instant now, boolean zoneAsked) {
    private static final int MOST_DAYS = 366;

    /**
     * @param days how many local days, the last included
     * @param until the last day, today when absent
     * @throws HttpProblem 422 when they are out of range
     */
    static Window of(int days, @Nullable LocalDate until, ZoneHistory zones, boolean zoneAsked, Clock clock) {
        requireDays(days);
        Instant now = clock.instant();
        LocalDate today = zones.dateOf(now);
        LocalDate last = until == null || until.isAfter(today) ? today : until;
        return new Window(LocalDays.endingOn(last, days, zones), now, zoneAsked);
    }

    static Window of(LocalDate first, LocalDate last, ZoneHistory zones, boolean zoneAsked, Clock clock) {
        if (last.isBefore(first)) {
            throw invalid("end_date", "must not be before start_date", "range");
        }
        int days = (int) Math.min(Integer.MAX_VALUE, last.toEpochDay() - first.toEpochDay() + 1);
        return of(days, last, zones, zoneAsked, clock);
    }

    /**
     * The days that a stretch of time touches.
     *
     * @throws HttpProblem 422 when they are too many
     */
    static Window covering(Span span, ZoneHistory zones, Instant now) {
        LocalDate first = zones.dateOf(span.from());
        LocalDate last = zones.dateOf(span.to().minusMillis(1));
        if (first.plusDays(MOST_DAYS).isBefore(last)) {
            throw invalid("start_date", "must be at most " + MOST_DAYS + " days before end_date", "range");
        }
        return new Window(new LocalDays(first, last, zones), now, false);
    }

    /** @throws HttpProblem 422 when there are none or too many */
    static int requireDays(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw invalid("days", "must be between 1 and " + MOST_DAYS, "range");
        }
        return days;
    }

    /** @throws HttpProblem 422 when there is no such zone */
    static ZoneId zone(String name) {
        try {
            // a plus sign in a query arrives as a blank unless it was escaped
            return ZoneId.of(name.startsWith(" ") ? "+" + name.strip() : name);
        } catch (DateTimeException e) {
            throw invalid("tz", "must be an IANA time zone or an offset", "time_zone");
        }
    }

    /** @throws HttpProblem 422 when there is no such metric */
    static MetricType metric(String code) {
        return MetricType.ofCode(code.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> invalid("metric_type", "is not in the vocabulary", "enum"));
    }

    static HttpProblem invalid(String field, String message, String type) {
        return ProblemType.INVALID.problem(field + " " + message + ".", List.of(new FieldError(field, message, type)));
    }

    /** The days of it that may be seen; there is one, or it would not have been let through. */
    Window within(Scope scope) {
        LocalDate first = scope.from() != null && scope.from().isAfter(days.first()) ? scope.from() : days.first();
        LocalDate last = scope.to() != null && scope.to().isBefore(days.last()) ? scope.to() : days.last();
        return new Window(new LocalDays(first, last, days.zones()), now, zoneAsked);
    }

    ZoneHistory zones() {
        return days.zones();
    }

    LocalDate lastDay() {
        return days.last();
    }

    boolean endsToday() {
        return now.isBefore(days.end());
    }

    /** Until where the last day has gone by, in whole quarter hours. */
    Instant elapsed() {
        return endsToday() ? Instant.ofEpochMilli(LocalDays.floorToSlot(now.toEpochMilli())) : days.end();
    }
}

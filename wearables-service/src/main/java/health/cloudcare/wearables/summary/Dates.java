package health.cloudcare.wearables.summary;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.patient.ZoneHistory;

/**
 * A stretch of time as a request names it.
 *
 * @param days how many local days, today included, where no start is named
 * @param start a day, or a date and time, with an offset or in the zone of the request
 * @param end likewise; a day is meant with all of it, now when absent
 */
record Dates(int days, @Nullable String start, @Nullable String end) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when they cannot be read, or end before they start */
    Span span(ZoneHistory zones, Instant now) {
        Instant to = end == null ? now.plusMillis(1) : instant("end_date", end, zones, day -> day.plusDays(1));
        Instant from = start == null
                ? LocalDays.endingOn(zones.dateOf(to.minusMillis(1)), Window.requireDays(days), zones)
                        .start()
                : instant("start_date", start, zones, day -> day);
        if (!from.isBefore(to)) {
            throw Window.invalid("end_date", "must not be before start_date", "range");
        }
        return new Span(from, to);
    }

    /** @param edge of a day that stands alone: its first day to begin with, or the one after it to end with */
    private static Instant instant(String field, String text, ZoneHistory zones, Function<LocalDate, LocalDate> edge) {
        // a plus sign in a query arrives as a blank unless it was escaped
        String written = text.strip().replace(' ', '+');
        try {
            if (written.length() <= "2025-11-19".length()) {
                return zones.startOf(edge.apply(LocalDate.parse(written)));
            }
            return hasOffset(written)
                    ? OffsetDateTime.parse(written).toInstant()
                    : local(LocalDateTime.parse(written), zones);
        } catch (DateTimeException e) {
            throw Window.invalid(field, "must be a date, or a date and time", "date_time");
        }
    }

    /** As the clock showed where they were on that day. */
    private static Instant local(LocalDateTime time, ZoneHistory zones) {
        return time.atZone(zones.at(zones.startOf(time.toLocalDate()))).toInstant();
    }

    private static boolean hasOffset(String written) {
        return written.endsWith("Z") || written.indexOf('+') > 0 || written.lastIndexOf('-') > "2025-11-".length();
    }
}

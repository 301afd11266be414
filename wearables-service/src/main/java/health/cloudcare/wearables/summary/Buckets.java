package health.cloudcare.wearables.summary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import health.cloudcare.wearables.metric.Aggregation;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.rollup.Slots;
import health.cloudcare.wearables.summary.MetricHistory.Bucket;

/**
 * Cuts a history into labelled local days, hours, weeks or months, in the order of time.
 *
 * <p>Amounts get a point for each day and hour, zero where nothing was counted, so that a chart's last seven points are
 * the last seven days. Levels have no value where nothing was measured and get no point there.
 */
final class Buckets {
    private static final DateTimeFormatter HOUR_UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:00", Locale.ROOT);
    private static final DateTimeFormatter HOUR_LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx", Locale.ROOT);

    private final Window window;
    private final OpenPart part;
    private final WeekStart weeks;

    Buckets(Window window, OpenPart part, WeekStart weeks) {
        this.window = window;
        this.part = part;
        this.weeks = weeks;
    }

    Map<String, Figures> daily(MetricType metric, MetricHistory history) {
        LocalDays days = window.days();
        Map<LocalDate, Figures> found = history.by(days.start(), days.end(), this::day);
        Map<String, Figures> labelled = new LinkedHashMap<>();
        for (LocalDate day : filled(metric) ? days.days() : List.copyOf(found.keySet())) {
            labelled.put(day.toString(), found.getOrDefault(day, new Figures()));
        }
        return labelled;
    }

    /** Every hour of the window. */
    Map<String, Figures> hourly(MetricType metric, MetricHistory history) {
        return hourly(
                metric,
                history,
                window.days().start(),
                min(window.now(), window.days().end()));
    }

    /** The 24 hours that end with the current one, or with the window's last day. */
    Map<String, Figures> lastDayHourly(MetricType metric, MetricHistory history) {
        Instant last = startOfHour(min(window.now(), window.days().end().minusMillis(1)));
        return hourly(metric, history, last.minus(Duration.ofHours(23)), nextHour(last));
    }

    /** Weeks with readings; the first and the last as far as the window has them. */
    Map<String, Figures> weekly(MetricHistory history) {
        LocalDays days = window.days();
        Map<String, Figures> labelled = new LinkedHashMap<>();
        history.by(days.start(), days.end(), this::week)
                .forEach((start, figures) -> labelled.put(weeks.label(start), figures));
        return labelled;
    }

    /** Likewise calendar months, named {@code 2025-11}. */
    Map<String, Figures> monthly(MetricHistory history) {
        LocalDays days = window.days();
        Map<String, Figures> labelled = new LinkedHashMap<>();
        history.by(days.start(), days.end(), this::month)
                .forEach((start, figures) -> labelled.put(YearMonth.from(start).toString(), figures));
        return labelled;
    }

    private Map<String, Figures> hourly(MetricType metric, MetricHistory history, Instant first, Instant end) {
        Instant from = part.later(first);
        Instant to = part.earlier(end);
        Map<Instant, Figures> found = history.by(from, to, this::hour);
        Map<String, Figures> labelled = new LinkedHashMap<>();
        for (Instant hour : filled(metric) ? hours(from, to) : List.copyOf(found.keySet())) {
            labelled.put(hourLabel(hour), found.getOrDefault(hour, new Figures()));
        }
        return labelled;
    }

    private Bucket<LocalDate> day(Instant instant) {
        LocalDate day = window.zones().dateOf(instant);
        return bucket(day, day, day.plusDays(1));
    }

    private Bucket<LocalDate> week(Instant instant) {
        LocalDate start = weeks.startOf(window.zones().dateOf(instant));
        return bucket(start, start, weeks.after(start));
    }

    private Bucket<LocalDate> month(Instant instant) {
        LocalDate start = window.zones().dateOf(instant).withDayOfMonth(1);
        return bucket(start, start, start.plusMonths(1));
    }

    private Bucket<LocalDate> bucket(LocalDate key, LocalDate first, LocalDate next) {
        return new Bucket<>(key, window.zones().startOf(first), window.zones().startOf(next));
    }

    private Bucket<Instant> hour(Instant instant) {
        Instant start = startOfHour(instant);
        return new Bucket<>(start, start, nextHour(start));
    }

    private List<Instant> hours(Instant from, Instant to) {
        List<Instant> hours = new ArrayList<>();
        for (Instant hour = startOfHour(from); hour.isBefore(to); hour = nextHour(hour)) {
            hours.add(hour);
        }
        return hours;
    }

    private static boolean filled(MetricType metric) {
        return metric.aggregation() == Aggregation.CUMULATIVE;
    }

    /** Of the zone asked for, whose hours may begin at half past by UTC; of UTC when none was. */
    private Instant startOfHour(Instant instant) {
        return instant.atZone(hourZone(instant)).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    /** An hour on the clock is half an hour or one and a half where clocks are changed by half of one. */
    private Instant nextHour(Instant start) {
        Instant later = start.plus(Duration.ofHours(1));
        while (!startOfHour(later).isAfter(start)) {
            later = later.plusMillis(Slots.SLOT_MILLIS);
        }
        return startOfHour(later);
    }

    private String hourLabel(Instant hour) {
        ZonedDateTime local = hour.atZone(hourZone(hour));
        return window.zoneAsked() ? HOUR_LOCAL.format(local) : HOUR_UTC.format(local);
    }

    private ZoneId hourZone(Instant instant) {
        return window.zoneAsked() ? window.zones().at(instant) : ZoneOffset.UTC;
    }

    private static Instant min(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }
}

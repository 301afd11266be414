package health.cloudcare.wearables.summary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import health.cloudcare.wearables.summary.MetricHistory.Bucket;

/**
 * Cuts a history into labelled local days, hours or weeks, in the order of time.
 *
 * <p>Amounts get a point for each day and hour, zero where nothing was counted, so that a chart's last seven points are
 * the last seven days. Levels have no value where nothing was measured and get no point there.
 */
final class Buckets {
    private static final DateTimeFormatter HOUR_UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:00", Locale.ROOT);
    private static final DateTimeFormatter HOUR_LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx", Locale.ROOT);
    private static final DateTimeFormatter WEEK = DateTimeFormatter.ofPattern("yyyy-'W'", Locale.ROOT);

    private final Window window;
    private final OpenPart part;

    Buckets(Window window, OpenPart part) {
        this.window = window;
        this.part = part;
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
        return hourly(metric, history, last.minus(Duration.ofHours(23)), last.plus(Duration.ofHours(1)));
    }

    /** Weeks begin on Sunday and are numbered from 00, as {@code strftime}'s {@code %U} does. */
    Map<String, Figures> weekly(MetricHistory history) {
        LocalDays days = window.days();
        Map<String, Figures> labelled = new LinkedHashMap<>();
        history.by(days.start(), days.end(), this::week)
                .forEach((start, figures) -> labelled.put(weekLabel(start), figures));
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
        LocalDate day = instant.atZone(window.zone()).toLocalDate();
        return bucket(day, day, day.plusDays(1));
    }

    private Bucket<LocalDate> week(Instant instant) {
        LocalDate start = weekStart(instant.atZone(window.zone()).toLocalDate());
        LocalDate next = start.plusDays(1);
        while (!weekStart(next).equals(next)) {
            next = next.plusDays(1);
        }
        return bucket(start, start, next);
    }

    private Bucket<LocalDate> bucket(LocalDate key, LocalDate first, LocalDate next) {
        ZoneId zone = window.zone();
        return new Bucket<>(
                key,
                first.atStartOfDay(zone).toInstant(),
                next.atStartOfDay(zone).toInstant());
    }

    private Bucket<Instant> hour(Instant instant) {
        Instant start = startOfHour(instant);
        return new Bucket<>(start, start, start.plus(Duration.ofHours(1)));
    }

    private List<Instant> hours(Instant from, Instant to) {
        List<Instant> hours = new ArrayList<>();
        for (Instant hour = startOfHour(from); hour.isBefore(to); hour = hour.plus(Duration.ofHours(1))) {
            hours.add(hour);
        }
        return hours;
    }

    private static boolean filled(MetricType metric) {
        return metric.aggregation() == Aggregation.CUMULATIVE;
    }

    /** Of the zone asked for, whose hours may begin at half past by UTC; of UTC when none was. */
    private Instant startOfHour(Instant instant) {
        return instant.atZone(hourZone()).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    private String hourLabel(Instant hour) {
        ZonedDateTime local = hour.atZone(hourZone());
        return window.zoneAsked() ? HOUR_LOCAL.format(local) : HOUR_UTC.format(local);
    }

    private ZoneId hourZone() {
        return window.zoneAsked() ? window.zone() : ZoneOffset.UTC;
    }

    static LocalDate weekStart(LocalDate day) {
        LocalDate sunday = day.minusDays(day.getDayOfWeek().getValue() % 7);
        // the week around New Year belongs to both years, in parts
        return sunday.getYear() == day.getYear() ? sunday : LocalDate.ofYearDay(day.getYear(), 1);
    }

    static String weekLabel(LocalDate weekStart) {
        int daysSinceSunday = weekStart.getDayOfWeek().getValue() % 7;
        int number = (weekStart.getDayOfYear() + 6 - daysSinceSunday) / 7;
        return WEEK.format(weekStart) + String.format(Locale.ROOT, "%02d", number);
    }

    private static Instant min(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }
}

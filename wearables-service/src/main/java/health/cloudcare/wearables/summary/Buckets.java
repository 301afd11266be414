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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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
    /** As several metrics are cut alike. */
    private final Map<Span, List<Bucket>> hours = new HashMap<>();

    private final List<Bucket> days;

    Buckets(Window window, OpenPart part, WeekStart weeks) {
        this.window = window;
        this.part = part;
        this.weeks = weeks;
        this.days = window.days().days().stream()
                .map(day -> bucket(day.toString(), day, day.plusDays(1)))
                .toList();
    }

    Map<String, Figures> daily(MetricType metric, MetricHistory history) {
        return filled(metric, whole(history, days), days);
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
        return whole(history, buckets(weeks::startOf, weeks::after, weeks::label));
    }

    /** Likewise calendar months, named {@code 2025-11}. */
    Map<String, Figures> monthly(MetricHistory history) {
        return whole(
                history,
                buckets(day -> day.withDayOfMonth(1), start -> start.plusMonths(1), start -> YearMonth.from(start)
                        .toString()));
    }

    private Map<String, Figures> whole(MetricHistory history, List<Bucket> buckets) {
        return history.by(window.days().start(), window.days().end(), buckets);
    }

    private Map<String, Figures> hourly(MetricType metric, MetricHistory history, Instant first, Instant end) {
        Span span = new Span(part.later(first), part.earlier(end));
        List<Bucket> buckets = hours.computeIfAbsent(span, this::hours);
        return filled(metric, history.by(span.from(), span.to(), buckets), buckets);
    }

    /** Of amounts, all buckets. */
    private static Map<String, Figures> filled(MetricType metric, Map<String, Figures> found, List<Bucket> buckets) {
        if (metric.aggregation() != Aggregation.CUMULATIVE) {
            return found;
        }
        Map<String, Figures> all = new LinkedHashMap<>();
        buckets.forEach(bucket -> all.put(bucket.label(), found.getOrDefault(bucket.label(), new Figures())));
        return all;
    }

    /** Those that the window touches. */
    private List<Bucket> buckets(
            UnaryOperator<LocalDate> startOf, UnaryOperator<LocalDate> after, Function<LocalDate, String> label) {
        List<Bucket> buckets = new ArrayList<>();
        LocalDate start = startOf.apply(window.days().first());
        while (!start.isAfter(window.lastDay())) {
            LocalDate next = after.apply(start);
            buckets.add(bucket(label.apply(start), start, next));
            start = next;
        }
        return buckets;
    }

    private Bucket bucket(String label, LocalDate first, LocalDate next) {
        return Bucket.of(label, window.zones().startOf(first), window.zones().startOf(next));
    }

    private List<Bucket> hours(Span span) {
        List<Bucket> buckets = new ArrayList<>();
        Instant hour = startOfHour(span.from());
        while (hour.isBefore(span.to())) {
            Instant next = nextHour(hour);
            buckets.add(Bucket.of(hourLabel(hour), hour, next));
            hour = next;
        }
        return buckets;
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

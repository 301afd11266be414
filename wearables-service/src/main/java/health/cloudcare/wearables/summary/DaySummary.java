package health.cloudcare.wearables.summary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;

/** The last day of a window, each metric against the same part of the day before. */
final class DaySummary {
    private final Window window;
    private final Map<MetricType, MetricHistory> histories;
    private final Instant start;
    private final Instant startBefore;

    DaySummary(Window window, Map<MetricType, MetricHistory> histories) {
        this.window = window;
        this.histories = histories;
        this.start = window.zones().startOf(window.lastDay());
        this.startBefore = window.zones().startOf(window.lastDay().minusDays(1));
    }

    MetricSummary amount(MetricType metric, int decimals) {
        return !histories.containsKey(metric)
                ? MetricSummary.notShown(metric.unit())
                : MetricSummary.amount(day(metric), decimals, change(metric, Figures::sum), metric.unit());
    }

    MetricSummary level(MetricType metric) {
        return !histories.containsKey(metric)
                ? MetricSummary.notShown(metric.unit())
                : MetricSummary.level(day(metric), change(metric, Figures::average), metric.unit());
    }

    /** As {@link #level}, or null on a day without readings. */
    @Nullable
    MetricSummary levelIfAny(MetricType metric) {
        return day(metric).count() == 0 ? null : level(metric);
    }

    /** @param nights of the same histories */
    MetricSummary sleep(Nights nights, OpenPart part) {
        if (!histories.containsKey(MetricType.SLEEP)) {
            return MetricSummary.notShown("hours");
        }
        LocalDate day = window.lastDay();
        MetricSummary sleep = MetricSummary.sleep(
                nights.endingOn(day),
                Change.of(asleep(nights.endingOn(day.minusDays(1))), asleep(nights.endingOn(day))));
        return part.showsSessions() ? sleep : sleep.withoutSessions();
    }

    private static double asleep(List<SleepSession> sessions) {
        return sessions.stream().mapToLong(SleepSession::asleepMillis).sum();
    }

    private Figures day(MetricType metric) {
        return history(metric).between(start, window.days().end());
    }

    private @Nullable String change(MetricType metric, ToDoubleFunction<Figures> figure) {
        Duration part = Duration.between(start, window.elapsed());
        Instant endBefore = window.endsToday() ? startBefore.plus(part) : start;
        Figures before = history(metric).between(startBefore, endBefore);
        Figures now = history(metric).between(start, window.elapsed());
        return before.count() == 0 ? null : Change.of(figure.applyAsDouble(before), figure.applyAsDouble(now));
    }

    private MetricHistory history(MetricType metric) {
        return histories.getOrDefault(metric, MetricHistory.empty());
    }
}

package health.cloudcare.wearables.summary;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One metric of a day. Every member but {@code unit} and {@code count} is there only where it means something for the
 * metric.
 *
 * @param change against the same part of the day before: whole percent as text, for example {@code +12%}; absent without
 *     anything to compare with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MetricSummary(
        @Nullable Number total,
        @Nullable Number avg,
        @Nullable Number min,
        @Nullable Number max,
        @Nullable String change,
        String unit,
        int count,
        @Nullable Double timeInBed,
        @Nullable Double timeAsleep,
        @Nullable Stages stages,
        @Nullable List<Session> sessions) {

    /** A {@link SleepSession} on the wire; hours with two decimals. */
    record Session(Instant startTime, Instant endTime, double inBedHours, double asleepHours, Stages stages) {
        static Session of(SleepSession session) {
            return new Session(
                    session.start(),
                    session.end(),
                    Rounded.hours(session.inBedMillis()),
                    Rounded.hours(session.asleepMillis()),
                    Stages.of(List.of(session)));
        }
    }

    /** For whoever may not see the metric: no figure at all, as a zero would be one. */
    static MetricSummary notShown(String unit) {
        return new MetricSummary(null, null, null, null, null, unit, 0, null, null, null, null);
    }

    /** How long, but not when. */
    MetricSummary withoutSessions() {
        return new MetricSummary(total, avg, min, max, change, unit, count, timeInBed, timeAsleep, stages, List.of());
    }

    static MetricSummary amount(Figures day, int decimals, @Nullable String change, String unit) {
        Number total = decimals == 0 ? Math.round(day.sum()) : Rounded.to(decimals, day.sum());
        return new MetricSummary(total, null, null, null, change, unit, day.count(), null, null, null, null);
    }

    static MetricSummary level(Figures day, @Nullable String change, String unit) {
        return new MetricSummary(
                null,
                Rounded.to(1, day.average()),
                Rounded.to(1, day.min()),
                Rounded.to(1, day.max()),
                change,
                unit,
                day.count(),
                null,
                null,
                null,
                null);
    }

    static MetricSummary sleep(List<SleepSession> sessions, @Nullable String change) {
        double asleep = Rounded.hours(
                sessions.stream().mapToLong(SleepSession::asleepMillis).sum());
        double inBed = Rounded.hours(
                sessions.stream().mapToLong(SleepSession::inBedMillis).sum());
        return new MetricSummary(
                asleep,
                null,
                null,
                null,
                change,
                "hours",
                sessions.size(),
                inBed,
                asleep,
                Stages.of(sessions),
                sessions.stream().map(Session::of).toList());
    }
}

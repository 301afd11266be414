package health.cloudcare.wearables.summary;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A point of a chart. Which members there are depends on the metric; {@code date} and {@code count} always are.
 *
 * @param bpm average, as {@code min_bpm} and {@code max_bpm} the names the app reads for heart rate
 * @param timeInBed hours
 * @param revision of {@code metrics/aggregated}: grows whenever late, replaced or deleted readings change what it is made of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Point(
        String date,
        @Nullable Number total,
        @Nullable Number avg,
        @Nullable Number min,
        @Nullable Number max,
        @Nullable Number bpm,
        @Nullable Number minBpm,
        @Nullable Number maxBpm,
        int count,
        @Nullable String unit,
        @Nullable Double timeInBed,
        @Nullable Double timeAsleep,
        @Nullable Stages stages,
        @Nullable Long revision) {

    static Point amount(String date, Figures figures, int decimals, String unit) {
        Number total = decimals == 0 ? Math.round(figures.sum()) : Rounded.to(decimals, figures.sum());
        double average = figures.count() == 0 ? 0 : figures.sum() / figures.count();
        Number avg = decimals == 0 ? Math.round(average) : Rounded.to(decimals, average);
        return new Point(date, total, avg, null, null, null, null, null, figures.count(), unit, null, null, null, null);
    }

    static Point heartRate(String date, Figures figures, String unit) {
        double avg = Rounded.to(1, figures.average());
        double min = Rounded.to(1, figures.min());
        double max = Rounded.to(1, figures.max());
        return new Point(date, null, avg, min, max, avg, min, max, figures.count(), unit, null, null, null, null);
    }

    static Point sleep(String date, MetricSummary night) {
        return new Point(
                date,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                night.count(),
                night.unit(),
                night.timeInBed(),
                night.timeAsleep(),
                night.stages(),
                null);
    }

    /** A night in {@code metrics/aggregated}: hours asleep, over its sessions; and in bed. */
    static Point night(String date, List<SleepSession> sessions) {
        double[] asleep = sessions.stream()
                .mapToDouble(session -> hours(session.asleepMillis()))
                .toArray();
        DoubleSummaryStatistics figures = Arrays.stream(asleep).summaryStatistics();
        return new Point(
                date,
                Rounded.to(6, figures.getSum()),
                Rounded.to(6, figures.getAverage()),
                Rounded.to(6, figures.getMin()),
                Rounded.to(6, figures.getMax()),
                null,
                null,
                null,
                sessions.size(),
                "hours",
                Rounded.to(
                        6,
                        hours(sessions.stream()
                                .mapToLong(SleepSession::inBedMillis)
                                .sum())),
                Rounded.to(6, figures.getSum()),
                Stages.of(sessions),
                null);
    }

    private static double hours(long millis) {
        return millis / 3_600_000.0;
    }

    /** All figures, for any metric, with six decimals. */
    static Point aggregate(String date, Figures figures, String unit) {
        return new Point(
                date,
                Rounded.to(6, figures.sum()),
                Rounded.to(6, figures.average()),
                Rounded.to(6, figures.min()),
                Rounded.to(6, figures.max()),
                null,
                null,
                null,
                figures.count(),
                unit,
                null,
                null,
                null,
                figures.revision());
    }
}

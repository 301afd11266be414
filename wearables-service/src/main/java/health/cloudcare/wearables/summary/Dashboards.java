package health.cloudcare.wearables.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import health.cloudcare.wearables.device.Devices;
import health.cloudcare.wearables.metric.Aggregation;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.SleepStage;

import static health.cloudcare.wearables.metric.MetricType.CALORIES;
import static health.cloudcare.wearables.metric.MetricType.DISTANCE;
import static health.cloudcare.wearables.metric.MetricType.FLIGHTS_CLIMBED;
import static health.cloudcare.wearables.metric.MetricType.HEART_RATE;
import static health.cloudcare.wearables.metric.MetricType.RESTING_HEART_RATE;
import static health.cloudcare.wearables.metric.MetricType.STEPS;
import static health.cloudcare.wearables.metric.MetricType.VO2_MAX;

/** Answers from day rollups. Who may ask has been decided before. */
@ApplicationScoped
class Dashboards {
    private static final List<MetricType> TODAY = metricsOfToday();

    private final RollupReader rollups;
    private final Devices devices;

    Dashboards(RollupReader rollups, Devices devices) {
        this.rollups = rollups;
        this.devices = devices;
    }

    Uni<ComprehensiveResponse> comprehensive(UUID patientId, Window window, OpenPart part) {
        return Uni.combine()
                .all()
                .unis(
                        rollups.summaries(patientId, Comprehensive.METRICS, daysToRead(window), part),
                        rollups.totals(patientId),
                        devices.lastSync(patientId))
                .asTuple()
                .map(found -> {
                    Comprehensive figures = new Comprehensive(window, part, found.getItem1());
                    long readings = part.isBounded() ? 0 : readings(part, found.getItem2());
                    return new ComprehensiveResponse(
                            patientId,
                            window.now(),
                            figures.summary(),
                            figures.timeSeries(),
                            new ComprehensiveResponse.DeviceInfo(
                                    found.getItem3().orElse(null), readings));
                });
    }

    private static long readings(OpenPart part, Map<MetricType, Long> totals) {
        return part.metricsOf(totals.keySet()).stream().mapToLong(totals::get).sum();
    }

    Uni<TodayResponse> today(UUID patientId, Window window, OpenPart part) {
        return rollups.summaries(patientId, TODAY, daysToRead(window), part)
                .map(histories -> today(patientId, window, part, histories));
    }

    /** One day more for the comparison with the day before, and one for the evening that its night begins. */
    private static List<Long> daysToRead(Window window) {
        return window.days().withEveningBefore().withEveningBefore().utcDays();
    }

    private static TodayResponse today(
            UUID patientId, Window window, OpenPart part, Map<MetricType, MetricHistory> histories) {
        DaySummary day = new DaySummary(window, histories);
        MetricHistory sleep = histories.getOrDefault(MetricType.SLEEP, MetricHistory.empty());
        Nights nights = new Nights(sleep, window.zones());
        List<SleepSession> night = nights.endingOn(window.lastDay());
        var breakdown = new TodayResponse.SleepBreakdown(
                Stages.hours(night, SleepStage.DEEP),
                Stages.hours(night, SleepStage.CORE),
                Stages.hours(night, SleepStage.REM),
                Stages.hours(night, SleepStage.ASLEEP));
        return new TodayResponse(
                patientId,
                window.lastDay().toString(),
                new TodayResponse.Summary(
                        day.amount(STEPS, 0),
                        day.level(HEART_RATE),
                        day.amount(CALORIES, 0),
                        day.amount(DISTANCE, 2),
                        day.amount(FLIGHTS_CLIMBED, 0),
                        day.sleep(nights, part),
                        breakdown,
                        day.levelIfAny(RESTING_HEART_RATE),
                        day.levelIfAny(VO2_MAX)));
    }

    /** @param only the metric asked for, or all that the patient has readings of */
    Uni<AggregatedResponse> aggregated(UUID patientId, Cut cut, Optional<MetricType> only) {
        Uni<List<MetricType>> metrics = only.map(metric -> Uni.createFrom().item(List.of(metric)))
                .orElseGet(() -> rollups.totals(patientId).map(totals -> List.copyOf(totals.keySet())));
        return metrics.chain(wanted -> rollups.histories(patientId, wanted, daysToRead(cut.window()), cut.part()))
                .map(histories -> new AggregatedResponse(
                        patientId,
                        cut.period().code(),
                        cut.window().days().days().size(),
                        points(cut, histories)));
    }

    private static Map<String, List<Point>> points(Cut cut, Map<MetricType, MetricHistory> histories) {
        Buckets buckets = cut.buckets();
        Map<String, List<Point>> byMetric = new TreeMap<>();
        histories.forEach((metric, history) -> {
            List<Point> points = new ArrayList<>();
            if (metric.aggregation() == Aggregation.SLEEP) {
                points.addAll(nights(cut.window(), history));
            } else {
                cut.period()
                        .cut(buckets, metric, history)
                        .forEach((label, figures) -> points.add(Point.aggregate(label, figures, metric.unit())));
            }
            byMetric.put(metric.code(), points);
        });
        return byMetric;
    }

    /** Sleep has no finer unit than a night: the total is the hours asleep. */
    private static Collection<Point> nights(Window window, MetricHistory history) {
        Nights nights = new Nights(history, window.zones());
        List<Point> points = new ArrayList<>();
        for (LocalDate day : window.days().days()) {
            List<SleepSession> sessions = nights.endingOn(day);
            if (!sessions.isEmpty()) {
                points.add(Point.night(day.toString(), sessions));
            }
        }
        return points;
    }

    private static List<MetricType> metricsOfToday() {
        List<MetricType> metrics = new ArrayList<>(Comprehensive.METRICS);
        metrics.add(RESTING_HEART_RATE);
        metrics.add(VO2_MAX);
        return List.copyOf(metrics);
    }
}

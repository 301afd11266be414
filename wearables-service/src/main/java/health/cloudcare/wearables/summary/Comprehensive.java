package health.cloudcare.wearables.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import health.cloudcare.wearables.metric.MetricType;

import static health.cloudcare.wearables.metric.MetricType.CALORIES;
import static health.cloudcare.wearables.metric.MetricType.DISTANCE;
import static health.cloudcare.wearables.metric.MetricType.FLIGHTS_CLIMBED;
import static health.cloudcare.wearables.metric.MetricType.HEART_RATE;
import static health.cloudcare.wearables.metric.MetricType.SLEEP;
import static health.cloudcare.wearables.metric.MetricType.STEPS;

/** The figures of {@link ComprehensiveResponse} from the histories of its metrics. */
final class Comprehensive {
    static final List<MetricType> METRICS = List.of(STEPS, CALORIES, HEART_RATE, DISTANCE, FLIGHTS_CLIMBED, SLEEP);

    private final Window window;
    private final OpenPart part;
    private final Buckets buckets;
    private final Map<MetricType, MetricHistory> histories;
    private final Nights nights;

    Comprehensive(Window window, OpenPart part, Map<MetricType, MetricHistory> histories) {
        this.window = window;
        this.part = part;
        this.buckets = new Buckets(window, part, WeekStart.DOCUMENTED);
        this.histories = histories;
        this.nights = new Nights(history(SLEEP), window.zones());
    }

    Map<String, MetricSummary> summary() {
        DaySummary day = new DaySummary(window, histories);
        Map<String, MetricSummary> summary = new LinkedHashMap<>();
        summary.put("steps", day.amount(STEPS, 0));
        summary.put("calories", day.amount(CALORIES, 0));
        summary.put("heart_rate", day.level(HEART_RATE));
        summary.put("distance", day.amount(DISTANCE, 2));
        summary.put("flights_climbed", day.amount(FLIGHTS_CLIMBED, 0));
        summary.put("sleep", day.sleep(nights, part));
        return summary;
    }

    Map<String, List<Point>> timeSeries() {
        Map<String, List<Point>> series = new LinkedHashMap<>();
        series.put("steps", amounts(STEPS, 0, daily(STEPS)));
        series.put("steps_hourly", amounts(STEPS, 0, hourly(STEPS)));
        series.put("calories", amounts(CALORIES, 0, daily(CALORIES)));
        series.put("calories_hourly", amounts(CALORIES, 0, hourly(CALORIES)));
        series.put("heart_rate", heartRates(daily(HEART_RATE)));
        series.put("heart_rate_hourly", heartRates(hourly(HEART_RATE)));
        series.put("distance", amounts(DISTANCE, 2, daily(DISTANCE)));
        series.put("distance_hourly", amounts(DISTANCE, 2, hourly(DISTANCE)));
        series.put("flights_climbed", amounts(FLIGHTS_CLIMBED, 0, daily(FLIGHTS_CLIMBED)));
        series.put("sleep", nights());
        return series;
    }

    private List<Point> nights() {
        List<Point> points = new ArrayList<>();
        for (LocalDate day : isShown(SLEEP) ? window.days().days() : List.<LocalDate>of()) {
            points.add(Point.sleep(day.toString(), MetricSummary.sleep(nights.endingOn(day), null)));
        }
        return points;
    }

    private Map<String, Figures> daily(MetricType metric) {
        return isShown(metric) ? buckets.daily(metric, history(metric)) : Map.of();
    }

    private Map<String, Figures> hourly(MetricType metric) {
        return part.showsHours() && isShown(metric) ? buckets.lastDayHourly(metric, history(metric)) : Map.of();
    }

    private static List<Point> amounts(MetricType metric, int decimals, Map<String, Figures> labelled) {
        List<Point> points = new ArrayList<>();
        labelled.forEach((label, figures) -> points.add(Point.amount(label, figures, decimals, metric.unit())));
        return points;
    }

    private static List<Point> heartRates(Map<String, Figures> labelled) {
        List<Point> points = new ArrayList<>();
        labelled.forEach((label, figures) -> points.add(Point.heartRate(label, figures, HEART_RATE.unit())));
        return points;
    }

    /** A chart of zeros would say that there was nothing, where it may only not be seen. */
    private boolean isShown(MetricType metric) {
        return histories.containsKey(metric);
    }

    private MetricHistory history(MetricType metric) {
        return histories.getOrDefault(metric, MetricHistory.empty());
    }
}

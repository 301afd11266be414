package health.cloudcare.benchmarks.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import org.bson.Document;

import health.cloudcare.benchmarks.stack.Backing;

/** The daily and hourly figures of the comprehensive call by scanning one document per reading and adding up in Java. */
final class DashboardScan implements AutoCloseable {
    private static final long LONGEST_BREAK = 3_600_000;
    private static final List<String> AMOUNTS = List.of("steps", "calories", "distance");

    private final MongoClient client;
    private final MongoCollection<Document> collection;
    private final ZoneId zone;

    DashboardScan(Backing mongo, ZoneId zone) {
        this.client = MongoClients.create(mongo.variable("CLOUDCARE_MONGODB_URI"));
        this.collection = client.getDatabase("cloudcare_wearables").getCollection("health_metrics");
        this.zone = zone;
    }

    /** The local days that end with today, and the last 24 hours by the hour. */
    DailyFigures answer(String patientId, Instant now, int days) {
        LocalDate first = now.atZone(zone).toLocalDate().minusDays(days - 1L);
        Map<String, List<Document>> byMetric = new HashMap<>();
        // nights begin the evening before
        Date from = Date.from(first.minusDays(1).atStartOfDay(zone).toInstant());
        collection
                .find(Filters.and(Filters.eq("patient_id", patientId), Filters.gte("timestamp", from)))
                .projection(Projections.include(
                        "metric_type", "device_id", "value", "timestamp", "end_date", "sleep_category"))
                .batchSize(10_000)
                .forEach(document -> byMetric.computeIfAbsent(
                                document.getString("metric_type"), any -> new ArrayList<>())
                        .add(document));
        DailyFigures figures = new DailyFigures(new TreeMap<>());
        for (String metric : AMOUNTS) {
            amounts(figures, metric, byMetric.getOrDefault(metric, List.of()), first, now);
        }
        heartRate(figures, byMetric.getOrDefault("heart_rate", List.of()), first, now);
        sleep(figures, byMetric.getOrDefault("sleep_analysis", List.of()), first);
        return figures;
    }

    private void amounts(DailyFigures figures, String metric, List<Document> documents, LocalDate first, Instant now) {
        TreeMap<String, List<MergedAmounts.Interval>> bySource = new TreeMap<>(Comparator.reverseOrder());
        for (Document document : documents) {
            // device ids begin with the kind; in reverse order the watch comes before the phone
            bySource.computeIfAbsent(document.getString("device_id"), any -> new ArrayList<>())
                    .add(new MergedAmounts.Interval(
                            millis(document, "timestamp"), millis(document, "end_date"), value(document)));
        }
        MergedAmounts merged = new MergedAmounts();
        bySource.values().forEach(merged::add);
        Map<LocalDate, Double> byDay = new TreeMap<>();
        Map<Long, Double> byHour = new TreeMap<>();
        merged.byStart().forEach((start, amount) -> {
            byDay.merge(day(start), amount, Double::sum);
            if (start >= now.toEpochMilli() - 86_400_000) {
                byHour.merge(start / 3_600_000, amount, Double::sum);
            }
        });
        byDay.forEach((day, total) -> {
            if (!day.isBefore(first)) {
                figures.put(metric + ".total", day, total);
            }
        });
    }

    private void heartRate(DailyFigures figures, List<Document> documents, LocalDate first, Instant now) {
        Map<LocalDate, DoubleSummaryStatistics> byDay = new TreeMap<>();
        Map<Long, DoubleSummaryStatistics> byHour = new TreeMap<>();
        for (Document document : documents) {
            long at = millis(document, "timestamp");
            byDay.computeIfAbsent(day(at), any -> new DoubleSummaryStatistics()).accept(value(document));
            if (at >= now.toEpochMilli() - 86_400_000) {
                byHour.computeIfAbsent(at / 3_600_000, any -> new DoubleSummaryStatistics())
                        .accept(value(document));
            }
        }
        byDay.forEach((day, statistics) -> {
            if (!day.isBefore(first)) {
                figures.put("heart_rate.avg", day, statistics.getAverage());
                figures.put("heart_rate.min", day, statistics.getMin());
                figures.put("heart_rate.max", day, statistics.getMax());
                figures.put("heart_rate.count", day, statistics.getCount());
            }
        });
    }

    /** Sleep without a break of more than an hour belongs to the day on which it ends. */
    private void sleep(DailyFigures figures, List<Document> documents, LocalDate first) {
        List<Document> sorted = new ArrayList<>(documents);
        sorted.sort(Comparator.comparingLong(document -> millis(document, "timestamp")));
        Map<LocalDate, Double> asleep = new TreeMap<>();
        double session = 0;
        long end = Long.MIN_VALUE;
        for (Document document : sorted) {
            long start = millis(document, "timestamp");
            if (end != Long.MIN_VALUE && start - end > LONGEST_BREAK) {
                asleep.merge(day(end), session, Double::sum);
                session = 0;
            }
            String stage = document.getString("sleep_category");
            session += stage.equals("awake") || stage.equals("inBed") ? 0 : value(document);
            end = Math.max(end, millis(document, "end_date"));
        }
        if (end != Long.MIN_VALUE) {
            asleep.merge(day(end), session, Double::sum);
        }
        asleep.forEach((day, hours) -> {
            if (!day.isBefore(first)) {
                figures.put("sleep.time_asleep", day, hours);
            }
        });
    }

    private LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    private static long millis(Document document, String field) {
        return document.getDate(field).getTime();
    }

    private static double value(Document document) {
        return document.get("value", Number.class).doubleValue();
    }

    @Override
    public void close() {
        client.close();
    }
}

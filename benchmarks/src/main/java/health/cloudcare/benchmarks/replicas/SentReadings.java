package health.cloudcare.benchmarks.replicas;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.apache.kafka.clients.producer.ProducerRecord;

import health.cloudcare.benchmarks.dashboard.MergedAmounts;
import health.cloudcare.benchmarks.readings.Person;
import health.cloudcare.benchmarks.readings.Records;
import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.contracts.readings.SourceKind;

/** What the published records come to, each counted once however often it was delivered; from the readings themselves. */
public final class SentReadings {
    private final Map<String, Map<LocalDate, DoubleSummaryStatistics>> heartRates = new HashMap<>();
    private final Map<String, Map<SourceKind, List<MergedAmounts.Interval>>> steps = new HashMap<>();
    private long readings;

    public void add(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(record -> add(Records.parse(record.value())));
    }

    private void add(ReadingBatch batch) {
        String patient = batch.getPatientId();
        readings += Records.visit(batch, (series, start, duration, value) -> {
            if (series.getMetric().equals("heart_rate")) {
                heartRates
                        .computeIfAbsent(patient, any -> new TreeMap<>())
                        .computeIfAbsent(day(start), any -> new DoubleSummaryStatistics())
                        .accept(value);
            } else if (series.getMetric().equals("steps")) {
                steps.computeIfAbsent(patient, any -> new HashMap<>())
                        .computeIfAbsent(series.getSource().getKind(), any -> new ArrayList<>())
                        .add(new MergedAmounts.Interval(start, start + duration, value));
            }
        });
    }

    public long readings() {
        return readings;
    }

    public Set<String> patients() {
        return heartRates.keySet();
    }

    Map<LocalDate, DoubleSummaryStatistics> heartRates(String patient) {
        return heartRates.getOrDefault(patient, Map.of());
    }

    /** By day, where the phone adds only what the watch has not counted. */
    Map<LocalDate, Double> steps(String patient) {
        Map<SourceKind, List<MergedAmounts.Interval>> bySource = steps.getOrDefault(patient, Map.of());
        MergedAmounts merged = new MergedAmounts();
        merged.add(bySource.getOrDefault(SourceKind.SOURCE_KIND_WATCH, List.of()));
        merged.add(bySource.getOrDefault(SourceKind.SOURCE_KIND_PHONE, List.of()));
        Map<LocalDate, Double> byDay = new TreeMap<>();
        merged.byStart().forEach((start, amount) -> byDay.merge(day(start), amount, Double::sum));
        return byDay;
    }

    private static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(Person.ZONE).toLocalDate();
    }
}

package health.cloudcare.wearables.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.Aggregation;
import health.cloudcare.wearables.reading.Reading;
import health.cloudcare.wearables.sync.JudgedRecords;
import health.cloudcare.wearables.sync.ReadingErrorResponse;
import health.cloudcare.wearables.sync.Sync;

/**
 * @param uniqueMetrics samples left when repetitions within the batch are taken away
 * @param aggregatedValues by metric, over the samples of this batch: what adds up as its sum, the rest as its average, in
 *     the metric's unit. Overlapping sources are not merged here; the dashboards' figures are.
 */
record AppleHealthBatchResponse(
        String message,
        UUID importId,
        String status,
        int exportsProcessed,
        long totalMetrics,
        long uniqueMetrics,
        long storedCount,
        long duplicateCount,
        long errorCount,
        long unmappedCount,
        List<String> devices,
        @Nullable DateRange dateRange,
        Map<String, Double> aggregatedValues,
        boolean wasDuplicate,
        List<ReadingErrorResponse> errors) {

    record DateRange(Instant start, Instant end) {}

    private record Identity(Object metric, Object source, long start, long end) {}

    static AppleHealthBatchResponse of(int exports, AppleHealthImport.Result result) {
        Sync sync = result.sync();
        List<Reading> unique = unique(result.judged());
        return new AppleHealthBatchResponse(
                AppleHealthImportResponse.message(sync, exports),
                sync.id(),
                sync.completed() ? "COMPLETED" : "PROCESSING",
                exports,
                sync.report().accepted() + sync.report().rejected(),
                unique.size(),
                sync.stored(),
                sync.duplicates(),
                sync.report().rejected(),
                sync.report().unmapped(),
                List.copyOf(result.deviceTypes().keySet()),
                range(unique),
                aggregated(unique),
                AppleHealthImportResponse.wasDuplicate(sync),
                ReadingErrorResponse.of(sync.report()));
    }

    private static List<Reading> unique(JudgedRecords judged) {
        Set<Identity> seen = new HashSet<>();
        List<Reading> unique = new ArrayList<>();
        for (Reading reading : judged.readings()) {
            if (seen.add(
                    new Identity(reading.metric(), reading.source(), reading.startMillis(), reading.endMillis()))) {
                unique.add(reading);
            }
        }
        return unique;
    }

    private static @Nullable DateRange range(List<Reading> readings) {
        LongSummaryStatistics starts =
                readings.stream().mapToLong(Reading::startMillis).summaryStatistics();
        LongSummaryStatistics ends =
                readings.stream().mapToLong(Reading::endMillis).summaryStatistics();
        return readings.isEmpty()
                ? null
                : new DateRange(Instant.ofEpochMilli(starts.getMin()), Instant.ofEpochMilli(ends.getMax()));
    }

    private static Map<String, Double> aggregated(List<Reading> readings) {
        Map<String, Double> values = new TreeMap<>();
        readings.stream()
                .filter(reading -> reading.metric().aggregation() != Aggregation.SLEEP)
                .collect(Collectors.groupingBy(Reading::metric, Collectors.summarizingDouble(Reading::value)))
                .forEach((metric, figures) -> values.put(
                        metric.code(),
                        metric.aggregation() == Aggregation.CUMULATIVE ? figures.getSum() : figures.getAverage()));
        return values;
    }
}

package health.cloudcare.wearables.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.common.TopicPartition;
import org.bson.BsonDocument;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.wearables.calendar.PatientTotals;
import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.DayChunks;
import health.cloudcare.wearables.chunk.DayKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.rollup.DayRollup;
import health.cloudcare.wearables.rollup.DayRollups;

/** The way of records into the aggregates, without broker and database. */
final class Pipeline {
    private static final TopicPartition PARTITION = new TopicPartition("readings", 0);
    private static final int HOURS = 24;

    private final Map<String, InMemoryDocuments> collections = new HashMap<>();
    private final WearablesDatabase database = new WearablesDatabase(this::collection);
    private long offset;

    private InMemoryDocuments collection(String name) {
        return collections.computeIfAbsent(name, any -> new InMemoryDocuments());
    }

    /** Takes in what one poll brings. */
    void poll(List<ReadingBatch> records) {
        List<IncomingBatch> batches = records.stream()
                .map(record -> IncomingBatch.of(PARTITION, offset++, 1, record))
                .toList();
        Map<String, SyncOutcome> outcomes = new HashMap<>();
        records.forEach(record -> outcomes.put(record.getSyncId(), new SyncOutcome(record.getPatientId())));
        Corrections corrections = Corrections.of(database, batches);
        Merge merge = Merge.of(database, corrections, batches, outcomes);
        corrections.write();
        merge.write();
        for (IncomingBatch batch : batches) {
            if (batch.sweeps()) {
                new DeletionSweep(database, written -> {}, corrections)
                        .run(batch, outcomes.get(batch.readings().getSyncId()));
            }
        }
    }

    /** Every chunk that holds samples. */
    Map<ChunkKey, HourChunk> chunks() {
        Map<ChunkKey, HourChunk> chunks = new HashMap<>();
        collection(WearablesDatabase.CHUNKS).contents().forEach((id, content) -> {
            DayKey day = DayKey.ofId(id);
            DayChunks decoded = DayChunks.decode(content);
            for (MetricType metric : decoded.metrics()) {
                for (int hour = 0; hour < HOURS; hour++) {
                    HourChunk chunk = decoded.chunk(metric, hour);
                    if (chunk.size() > 0) {
                        chunks.put(new ChunkKey(day.patientId(), metric, day.epochDay() * HOURS + hour), chunk);
                    }
                }
            }
        });
        return chunks;
    }

    /** What the days add up to, by day and metric; days without readings are left out, and so are numbers of revisions. */
    Map<String, Map<MetricType, Figures>> figures() {
        Map<String, Map<MetricType, Figures>> figures = new TreeMap<>();
        collection(WearablesDatabase.ROLLUPS).contents().forEach((id, content) -> {
            DayRollups rollups = DayRollups.decode(DayKey.ofId(id), content);
            for (MetricType metric : MetricType.values()) {
                DayRollup rollup = rollups.rollup(metric);
                Figures day = new Figures(rollup);
                if (rollups.has(metric) && !day.equals(new Figures(DayRollup.empty(metric.aggregation())))) {
                    figures.computeIfAbsent(id, any -> new TreeMap<>()).put(metric, day);
                }
            }
        });
        return figures;
    }

    /** A rollup but for its revision. */
    record Figures(List<Integer> readings, Object slots, Object sleep) {
        Figures(DayRollup rollup) {
            this(java.util.Arrays.stream(rollup.readingsByHour()).boxed().toList(), rollup.slots(), rollup.sleep());
        }
    }

    Map<MetricType, Long> totals(String patient) {
        BsonDocument content =
                collection(WearablesDatabase.CALENDARS).contents().get(PatientTotals.id(patient));
        return PatientTotals.decode(content).overall();
    }
}

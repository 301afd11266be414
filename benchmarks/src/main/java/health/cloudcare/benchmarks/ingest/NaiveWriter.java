package health.cloudcare.benchmarks.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

import health.cloudcare.benchmarks.readings.ReadingsTopic;
import health.cloudcare.benchmarks.readings.Records;
import health.cloudcare.benchmarks.stack.Backing;
import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.contracts.readings.Series;

/**
 * One document per reading, with the fields and the unique index that the platform we replace documents, in unordered
 * bulk inserts of 1,000.
 */
public final class NaiveWriter implements AutoCloseable {
    private static final int BULK = 1_000;
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoClient client;
    private final MongoCollection<Document> collection;
    private final Clock clock;
    private final List<Document> waiting = new ArrayList<>(BULK);
    private long written;

    public NaiveWriter(Backing mongo, Clock clock) {
        this.client = MongoClients.create(mongo.variable("CLOUDCARE_MONGODB_URI"));
        this.collection = client.getDatabase("cloudcare_wearables").getCollection("health_metrics");
        this.clock = clock;
        collection.createIndex(
                Indexes.ascending("patient_id", "device_id", "metric_type", "timestamp"),
                new IndexOptions().unique(true));
    }

    /**
     * Takes readings from the topic until the offsets, the limit, or the time is reached.
     *
     * @return how many it has written
     */
    public long take(
            ReadingsTopic topic,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> until,
            long atMost,
            Duration limit)
            throws Exception {
        long before = written;
        long deadline = System.nanoTime() + limit.toNanos();
        topic.read(from, until, records -> {
            for (ConsumerRecord<String, byte[]> record : records) {
                if (written - before >= atMost || System.nanoTime() > deadline) {
                    return false;
                }
                take(Records.parse(record));
            }
            return true;
        });
        flush();
        return written - before;
    }

    private void take(ReadingBatch batch) {
        Date received = new Date(batch.getReceivedAtMs());
        Records.visit(batch, (series, start, duration, value) -> {
            waiting.add(document(batch, series, start, duration, value).append("created_at", received));
            if (waiting.size() == BULK) {
                flush();
            }
        });
    }

    private Document document(ReadingBatch batch, Series series, long start, long duration, double value) {
        boolean sleep = series.getMetric().equals("sleep_analysis");
        Document document = new Document("patient_id", batch.getPatientId())
                .append("device_id", series.getSource().getDeviceId())
                .append("metric_type", series.getMetric())
                .append("value", sleep ? duration / 3_600_000.0 : value)
                .append("unit", unit(series.getMetric()))
                .append("timestamp", new Date(start))
                .append("start_date", new Date(start))
                .append("end_date", new Date(start + duration))
                .append("source_app", series.getSource().getName())
                .append(
                        "metadata",
                        new Document("sync_id", batch.getSyncId()).append("synced_at", new Date(clock.millis())));
        return sleep ? document.append("sleep_category", stage((int) value)) : document;
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            collection.insertMany(waiting, UNORDERED);
            written += waiting.size();
            waiting.clear();
        }
    }

    public long stored() {
        return collection.estimatedDocumentCount();
    }

    private static String unit(String metric) {
        return switch (metric) {
            case "heart_rate", "resting_heart_rate" -> "bpm";
            case "distance" -> "km";
            case "calories" -> "kcal";
            case "oxygen_level" -> "%";
            case "hrv" -> "ms";
            case "respiratory_rate" -> "breaths/min";
            case "sleep_analysis" -> "hours";
            default -> "count";
        };
    }

    private static String stage(int code) {
        return switch (code) {
            case 0 -> "inBed";
            case 1 -> "asleep";
            case 2 -> "awake";
            case 3 -> "core";
            case 4 -> "deep";
            default -> "rem";
        };
    }

    @Override
    public void close() {
        client.close();
    }
}

package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.apache.kafka.common.TopicPartition;
import org.bson.BsonDocument;

/** The wearables service's database, seen from outside: how far it has got and how much it holds. */
public final class WearablesStore implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final MongoClient client;
    private final MongoDatabase database;

    public WearablesStore(Backing mongo) {
        this.client = MongoClients.create(mongo.variable("CLOUDCARE_MONGODB_URI"));
        this.database = client.getDatabase("wearables");
    }

    /** Returns once everything before these offsets is merged and stored. */
    public void awaitMerged(Map<TopicPartition, Long> offsets, ServiceProcess service, Duration limit)
            throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (!merged(offsets)) {
            if (!service.alive() || System.nanoTime() > end) {
                throw new IOException("the service has not merged the readings within " + limit.toSeconds() + " s:\n"
                        + service.log());
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    private boolean merged(Map<TopicPartition, Long> offsets) {
        Map<String, Long> reached = watermarks();
        return offsets.entrySet().stream()
                .allMatch(offset -> reached.getOrDefault(offset.getKey().toString(), -1L) >= offset.getValue());
    }

    /** By partition, {@code topic-number}, the offset of the first record that is not merged and stored yet. */
    public Map<String, Long> watermarks() {
        Map<String, Long> next = new HashMap<>();
        for (BsonDocument watermark : collection("watermarks").find()) {
            next.put(
                    watermark.getString("_id").getValue(),
                    watermark.getNumber("next").longValue());
        }
        return next;
    }

    /** Readings of all patients together; one that two hours share counts in the one it starts in. */
    public long readings() {
        long readings = 0;
        for (BsonDocument calendar : collection("calendars").find().batchSize(2_000)) {
            // beside the calendars by year there is one document per patient with the totals of all years
            if (!calendar.getString("_id").getValue().contains("|")) {
                readings += total(content(calendar));
            }
        }
        return readings;
    }

    private static long total(BsonDocument years) {
        return years.values().stream()
                .flatMap(year -> year.asDocument().values().stream())
                .mapToLong(count -> count.asNumber().longValue())
                .sum();
    }

    public long documents(String collection) {
        // not countDocuments: the embedded server would take all of them into memory for that
        return collection(collection).estimatedDocumentCount();
    }

    private MongoCollection<BsonDocument> collection(String name) {
        return database.getCollection(name, BsonDocument.class);
    }

    /** The content of the newest epoch: {@code {_id, e17: {…}}}. */
    private static BsonDocument content(BsonDocument document) {
        return document.entrySet().stream()
                .filter(field -> field.getKey().startsWith("e"))
                .max((a, b) -> Long.compare(epoch(a.getKey()), epoch(b.getKey())))
                .orElseThrow()
                .getValue()
                .asDocument();
    }

    private static long epoch(String field) {
        return Long.parseLong(field.substring(1));
    }

    @Override
    public void close() {
        client.close();
    }
}

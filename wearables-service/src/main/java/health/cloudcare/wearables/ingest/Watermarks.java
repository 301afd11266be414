package health.cloudcare.wearables.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import org.apache.kafka.common.TopicPartition;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * How far each partition of the readings topic has been merged, kept with the data: what the database holds and how far
 * it got can never disagree, whatever of the two was lost, and a consumer goes on from here, not from the offset that
 * Kafka remembers.
 */
@ApplicationScoped
class Watermarks {
    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<BsonDocument> collection;

    Watermarks(MongoClient client, IngestConfig config) {
        collection = client.getDatabase(config.database()).getCollection("watermarks", BsonDocument.class);
    }

    /**
     * @param epoch number of the partition's assignment; the larger one is in force
     * @param next offset of the first record not merged yet, 0 when there is none
     */
    record Watermark(long epoch, long next) {}

    /**
     * Takes over a partition: from now on writes of its earlier holders count for nothing.
     *
     * @param beginning offset of the oldest record that Kafka still has
     */
    Watermark claim(TopicPartition partition, long beginning) {
        BsonDocument claimed = collection.findOneAndUpdate(
                idOf(partition),
                new BsonDocument("$inc", new BsonDocument("epoch", new BsonInt64(1)))
                        .append("$max", new BsonDocument("next", new BsonInt64(beginning))),
                UPSERT);
        if (claimed == null) {
            throw new IllegalStateException("an upsert that returns nothing");
        }
        return watermark(claimed);
    }

    Map<TopicPartition, Watermark> read(Collection<TopicPartition> partitions) {
        Map<String, TopicPartition> byId = new HashMap<>();
        partitions.forEach(partition -> byId.put(partition.toString(), partition));
        Map<TopicPartition, Watermark> watermarks = new HashMap<>();
        for (BsonDocument document : collection.find(Filters.in("_id", byId.keySet()))) {
            TopicPartition partition = byId.get(document.getString("_id").getValue());
            if (partition != null) {
                watermarks.put(partition, watermark(document));
            }
        }
        return watermarks;
    }

    /** A step of one partition's watermark, under the epoch that this consumer holds it. */
    record Step(Watermark from, long next) {
        Watermark to() {
            return new Watermark(from.epoch(), next);
        }
    }

    /**
     * Moves watermarks on, each only from where this consumer left it.
     *
     * @return the watermarks that were found elsewhere: behind, because the database lost its end, or with a newer epoch
     */
    Map<TopicPartition, Watermark> advance(Map<TopicPartition, Step> steps) {
        if (steps.isEmpty()) {
            return Map.of();
        }
        List<WriteModel<BsonDocument>> writes = new ArrayList<>();
        steps.forEach((partition, step) -> writes.add(new UpdateOneModel<>(
                idOf(partition)
                        .append("epoch", new BsonInt64(step.from().epoch()))
                        .append("next", new BsonInt64(step.from().next())),
                new BsonDocument("$set", new BsonDocument("next", new BsonInt64(step.next()))))));
        if (collection.bulkWrite(writes).getMatchedCount() == steps.size()) {
            return Map.of();
        }
        Map<TopicPartition, Watermark> elsewhere = read(steps.keySet());
        // a step whose acknowledgement was lost has arrived all the same
        elsewhere.entrySet().removeIf(found -> found.getValue().equals(expected(steps, found.getKey())));
        return elsewhere;
    }

    private static @Nullable Watermark expected(Map<TopicPartition, Step> steps, TopicPartition partition) {
        Step step = steps.get(partition);
        return step == null ? null : step.to();
    }

    private static BsonDocument idOf(TopicPartition partition) {
        return new BsonDocument("_id", new BsonString(partition.toString()));
    }

    private static Watermark watermark(BsonDocument document) {
        return new Watermark(
                document.getInt64("epoch").getValue(),
                document.getInt64("next", new BsonInt64(0)).getValue());
    }
}

package health.cloudcare.wearables.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * Documents that one consumer at a time writes, safe from a consumer that lost its partition and does not know it yet.
 *
 * <p>Each assignment of a partition has an epoch, larger than all before it. A writer keeps a document's content under
 * its own epoch ({@code {_id, e17: {…}}}) and removes the older one; a reader takes the content of the largest epoch. A
 * writer that was fenced off can only touch content that nobody reads any more, and no condition on the write is needed,
 * so that every operation finds its document by {@code _id} alone.
 */
public final class FencedCollection implements Documents {
    private static final String EPOCH_PREFIX = "e";
    private static final int IDS_PER_QUERY = 2_000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<BsonDocument> collection;

    public FencedCollection(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    /** Content as it stands in the database, with the epoch it was written under. */
    public record Stored(long epoch, BsonDocument content) {}

    /**
     * Content to be written.
     *
     * @param epoch the writer's assignment of the partition
     * @param replaces what was read before, null where the document was absent
     * @throws FencedOffException when a later assignment of the partition has written the document already
     */
    public record Write(
            long epoch,
            String id,
            BsonDocument content,
            @Nullable Stored replaces) {
        public Write {
            if (replaces != null && replaces.epoch() > epoch) {
                throw new FencedOffException(epoch, replaces.epoch());
            }
        }
    }

    @Override
    public Map<String, Stored> load(Collection<String> ids) {
        Map<String, Stored> found = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += IDS_PER_QUERY) {
            List<String> some = all.subList(from, Math.min(from + IDS_PER_QUERY, all.size()));
            for (BsonDocument document :
                    collection.find(Filters.in("_id", some)).batchSize(IDS_PER_QUERY)) {
                Stored stored = current(document);
                if (stored != null) {
                    found.put(document.getString("_id").getValue(), stored);
                }
            }
        }
        return found;
    }

    @Override
    public void write(Collection<Write> writes) {
        if (writes.isEmpty()) {
            return;
        }
        List<WriteModel<BsonDocument>> models = new ArrayList<>(writes.size());
        List<Write> list = List.copyOf(writes);
        for (Write write : list) {
            models.add(write.replaces() == null ? insert(write) : update(write));
        }
        try {
            collection.bulkWrite(models, UNORDERED);
        } catch (MongoBulkWriteException e) {
            collection.bulkWrite(onTopOfStrangers(list, e), UNORDERED);
        }
    }

    @Override
    public void removeOf(String patientId) {
        // the character behind the bar ends the ids that begin so
        collection.deleteMany(Filters.and(Filters.gte("_id", patientId), Filters.lt("_id", patientId + '}')));
    }

    /** The content that counts in a document of such a collection, or null when it has none. */
    public static @Nullable Stored current(BsonDocument document) {
        Stored newest = null;
        for (var field : document.entrySet()) {
            String name = field.getKey();
            if (name.startsWith(EPOCH_PREFIX) && field.getValue().isDocument()) {
                long epoch = Long.parseLong(name.substring(EPOCH_PREFIX.length()));
                if (newest == null || epoch > newest.epoch()) {
                    newest = new Stored(epoch, field.getValue().asDocument());
                }
            }
        }
        return newest;
    }

    /** Documents that were absent when read and have been inserted since, by a writer with an older epoch. */
    private static List<WriteModel<BsonDocument>> onTopOfStrangers(
            List<Write> writes, MongoBulkWriteException failure) {
        List<WriteModel<BsonDocument>> again = new ArrayList<>();
        for (BulkWriteError error : failure.getWriteErrors()) {
            if (ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            again.add(update(writes.get(error.getIndex())));
        }
        return again;
    }

    private static WriteModel<BsonDocument> insert(Write write) {
        return new InsertOneModel<>(new BsonDocument("_id", new BsonString(write.id()))
                .append(EPOCH_PREFIX + write.epoch(), write.content()));
    }

    private static WriteModel<BsonDocument> update(Write write) {
        BsonDocument change = new BsonDocument("$set", new BsonDocument(EPOCH_PREFIX + write.epoch(), write.content()));
        Stored replaced = write.replaces();
        if (replaced != null && replaced.epoch() != write.epoch()) {
            change.append("$unset", new BsonDocument(EPOCH_PREFIX + replaced.epoch(), new BsonString("")));
        }
        return new UpdateOneModel<>(new BsonDocument("_id", new BsonString(write.id())), change, UPSERT);
    }
}

package health.cloudcare.wearables.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.WriteModel;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Single documents of a collection, read and written for many requests at once: what a request costs the database is mostly
 * the call. Writes that are asked for at the same time happen in no particular order.
 */
public final class GatheredDocuments {
    private static final String ID = "_id";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final ReactiveMongoCollection<Document> collection;
    private final Gathered<String, Optional<Document>> reads = new Gathered<>(this::readAll);
    private final Gathered<WriteModel<Document>, Optional<MongoWriteException>> writes = new Gathered<>(this::writeAll);

    /** @param collection whose ids are texts */
    public GatheredDocuments(ReactiveMongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Null when there is none. */
    public Uni<@Nullable Document> find(String id) {
        return reads.ask(id).map(found -> found.orElse(null));
    }

    /** Of one document; fails with a {@link MongoWriteException} as it would alone. */
    public Uni<Void> write(WriteModel<Document> change) {
        return writes.ask(change)
                .onItem()
                .transformToUni(error -> error.isPresent()
                        ? Uni.createFrom().failure(error.get())
                        : Uni.createFrom().voidItem());
    }

    private Uni<List<Optional<Document>>> readAll(List<String> ids) {
        return collection.find(Filters.in(ID, ids)).collect().asList().map(found -> {
            Map<String, Document> byId = new HashMap<>();
            found.forEach(document -> byId.put(document.getString(ID), document));
            return ids.stream().map(one -> Optional.ofNullable(byId.get(one))).toList();
        });
    }

    private Uni<List<Optional<MongoWriteException>>> writeAll(List<WriteModel<Document>> changes) {
        return collection
                .bulkWrite(changes, UNORDERED)
                .map(done -> Collections.nCopies(changes.size(), Optional.<MongoWriteException>empty()))
                .onFailure(GatheredDocuments::isOfSingleWrites)
                .recoverWithItem(failure -> errors(changes.size(), (MongoBulkWriteException) failure));
    }

    /** Otherwise nobody knows what became of any. */
    private static boolean isOfSingleWrites(Throwable failure) {
        return failure instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() == null;
    }

    private static List<Optional<MongoWriteException>> errors(int size, MongoBulkWriteException failure) {
        List<Optional<MongoWriteException>> errors = new ArrayList<>(Collections.nCopies(size, Optional.empty()));
        for (BulkWriteError error : failure.getWriteErrors()) {
            errors.set(
                    error.getIndex(),
                    Optional.of(new MongoWriteException(error, failure.getServerAddress(), failure.getErrorLabels())));
        }
        return errors;
    }
}

package health.cloudcare.wearables.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** The consumer's half of the {@code syncs} collection; the upload's half is written by the imports feature. */
@ApplicationScoped
class SyncOutcomes {
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<BsonDocument> collection;
    private final Clock clock;

    SyncOutcomes(MongoClient client, IngestConfig config, Clock clock) {
        this.collection = client.getDatabase(config.database()).getCollection("syncs", BsonDocument.class);
        this.clock = clock;
    }

    /** What has become so far of the uploads that these batches are a part of. */
    Map<String, SyncOutcome> load(List<IncomingBatch> batches) {
        Map<String, String> patientsBySync = new HashMap<>();
        batches.forEach(batch -> patientsBySync.put(
                batch.readings().getSyncId(), batch.readings().getPatientId()));
        Map<String, SyncOutcome> outcomes = new HashMap<>();
        patientsBySync.forEach((sync, patient) -> outcomes.put(sync, new SyncOutcome(patient)));
        for (BsonDocument document : collection.find(Filters.in("_id", patientsBySync.keySet()))) {
            String sync = document.getString("_id").getValue();
            String patient = patientsBySync.get(sync);
            if (patient != null) {
                outcomes.put(sync, new SyncOutcome(patient, document));
            }
        }
        return outcomes;
    }

    void write(Map<String, SyncOutcome> outcomes) {
        List<WriteModel<BsonDocument>> writes = new ArrayList<>();
        outcomes.forEach((sync, outcome) -> writes.add(set(sync, outcome.fields(clock.millis()))));
        write(writes);
    }

    void complete(Map<String, SyncOutcome> outcomes) {
        List<WriteModel<BsonDocument>> writes = new ArrayList<>();
        outcomes.forEach((sync, outcome) -> {
            if (outcome.completed()) {
                writes.add(set(sync, new BsonDocument("completed", BsonBoolean.TRUE)));
            }
        });
        write(writes);
    }

    private static WriteModel<BsonDocument> set(String sync, BsonDocument fields) {
        return new UpdateOneModel<>(
                new BsonDocument("_id", new BsonString(sync)), new BsonDocument("$set", fields), UPSERT);
    }

    private void write(List<WriteModel<BsonDocument>> writes) {
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, UNORDERED);
        }
    }
}

package health.cloudcare.wearables.ingest;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.mongodb.client.MongoClient;
import org.bson.BsonDocument;

import health.cloudcare.wearables.store.Documents;
import health.cloudcare.wearables.store.FencedCollection;

/** The collections that the consumer writes and the dashboards read. */
@ApplicationScoped
class WearablesDatabase {
    static final String CHUNKS = "chunks";
    static final String ROLLUPS = "rollups";
    static final String CALENDARS = "calendars";
    static final String DELETIONS = "deletions";
    static final String RECORD_VERSIONS = "record_versions";

    private final Documents chunks;
    private final Documents rollups;
    private final Documents calendars;
    private final Documents deletions;
    private final Documents recordVersions;

    @Inject
    WearablesDatabase(MongoClient client, IngestConfig config) {
        this(name ->
                new FencedCollection(client.getDatabase(config.database()).getCollection(name, BsonDocument.class)));
    }

    WearablesDatabase(Function<String, Documents> collections) {
        chunks = collections.apply(CHUNKS);
        rollups = collections.apply(ROLLUPS);
        calendars = collections.apply(CALENDARS);
        deletions = collections.apply(DELETIONS);
        recordVersions = collections.apply(RECORD_VERSIONS);
    }

    /** Blocking. Everything of a patient but that nothing is kept of them. */
    void erase(String patientId) {
        for (Documents documents : List.of(chunks, rollups, calendars, recordVersions)) {
            documents.removeOf(patientId);
        }
    }

    Documents chunks() {
        return chunks;
    }

    Documents rollups() {
        return rollups;
    }

    Documents calendars() {
        return calendars;
    }

    Documents deletions() {
        return deletions;
    }

    Documents recordVersions() {
        return recordVersions;
    }
}

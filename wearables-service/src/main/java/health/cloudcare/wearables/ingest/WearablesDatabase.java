package health.cloudcare.wearables.ingest;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.bson.BsonDocument;

import health.cloudcare.wearables.store.FencedCollection;

/** The collections that the consumer writes and the dashboards read. */
@ApplicationScoped
class WearablesDatabase {
    static final String CHUNKS = "chunks";
    static final String ROLLUPS = "rollups";
    static final String CALENDARS = "calendars";

    private final FencedCollection chunks;
    private final FencedCollection rollups;
    private final FencedCollection calendars;

    WearablesDatabase(MongoClient client, IngestConfig config) {
        MongoDatabase database = client.getDatabase(config.database());
        chunks = fenced(database, CHUNKS);
        rollups = fenced(database, ROLLUPS);
        calendars = fenced(database, CALENDARS);
    }

    FencedCollection chunks() {
        return chunks;
    }

    FencedCollection rollups() {
        return rollups;
    }

    FencedCollection calendars() {
        return calendars;
    }

    private static FencedCollection fenced(MongoDatabase database, String name) {
        return new FencedCollection(database.getCollection(name, BsonDocument.class));
    }
}

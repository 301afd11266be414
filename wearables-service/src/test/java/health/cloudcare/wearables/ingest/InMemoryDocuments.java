package health.cloudcare.wearables.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.bson.BsonDocument;

import health.cloudcare.wearables.store.Documents;
import health.cloudcare.wearables.store.FencedCollection.Stored;
import health.cloudcare.wearables.store.FencedCollection.Write;

/** Holds documents as a database would, so that thousands of histories can be tried. */
final class InMemoryDocuments implements Documents {
    private final Map<String, Stored> documents = new TreeMap<>();

    @Override
    public Map<String, Stored> load(Collection<String> ids) {
        Map<String, Stored> found = new HashMap<>();
        ids.forEach(id -> {
            Stored stored = documents.get(id);
            if (stored != null) {
                found.put(id, stored);
            }
        });
        return found;
    }

    @Override
    public void write(Collection<Write> writes) {
        writes.forEach(write -> documents.put(write.id(), new Stored(write.epoch(), write.content())));
    }

    @Override
    public void removeOf(String patientId) {
        documents.keySet().removeIf(id -> id.equals(patientId) || id.startsWith(patientId + '|'));
    }

    Map<String, BsonDocument> contents() {
        Map<String, BsonDocument> contents = new TreeMap<>();
        documents.forEach((id, stored) -> contents.put(id, stored.content()));
        return contents;
    }
}

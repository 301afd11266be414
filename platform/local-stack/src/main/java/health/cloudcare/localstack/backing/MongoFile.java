package health.cloudcare.localstack.backing;

import java.nio.file.Path;
import java.util.List;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The server's databases in one file, its documents and the keys of its indexes as BSON. Left to itself the backend keeps
 * serialized Java objects, and serializes a key each time that it compares it: half of the server's processor time.
 */
final class MongoFile extends H2Backend {
    private static final String DOCUMENTS = "databases.";
    private static final String META = "meta.";
    private static final String INDEX = "._index_";

    /** The indexes whose keys are in the order of {@link IndexKeyType}. */
    private static final String ORDERED = "ordered";

    private static final String REORDERED = "reordered.";

    private MongoFile(MVStore store) {
        super(store);
    }

    static MongoFile open(Path file) {
        MVStore store = MVStore.open(file.toString());
        reorderIndexes(store);
        return new MongoFile(store);
    }

    /** Those of files that an earlier version has written. Ended midway, it is done the next time. */
    private static void reorderIndexes(MVStore store) {
        MVMap<String, Boolean> ordered = store.openMap(ORDERED);
        List<String> names = store.getMapNames().stream()
                .filter(name -> name.contains(INDEX) && !name.startsWith(REORDERED) && !ordered.containsKey(name))
                .toList();
        for (String name : names) {
            MVMap<KeyValue, Object> before = store.openMap(name);
            MVMap<KeyValue, Object> after = indexMap(store, REORDERED + name);
            after.clear();
            before.forEach(after::put);
            store.removeMap(before);
            store.renameMap(after, name);
            ordered.put(name, true);
            store.commit();
        }
    }

    private static MVMap<KeyValue, Object> indexMap(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<KeyValue, Object>()
                        .keyType(new IndexKeyType())
                        .valueType(new TextKeyType()));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new Database(name);
    }

    /** Works with the maps opened here, also where its superclass opens one by name. Inner, as that opens some when made. */
    private final class Database extends H2Database {
        Database(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
            String name = getFullCollectionNamespace(collection);
            MVMap<Object, Document> documents = getMvStore()
                    .openMap(
                            DOCUMENTS + name,
                            new MVMap.Builder<Object, Document>()
                                    .keyType(new TextKeyType())
                                    .valueType(new DocumentType()));
            MVMap<String, Object> meta = getMvStore().openMap(META + name);
            return new StoredCollection(this, collection, options, documents, meta, getCursorRegistry());
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            String name = getFullCollectionNamespace(collection) + INDEX + index;
            indexMap(getMvStore(), name);
            getMvStore().<String, Boolean>openMap(ORDERED).putIfAbsent(name, true);
            return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
        }
    }
}

package health.cloudcare.localstack.backing;

import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands out copies of its documents. The server changes a document that it has found before it stores it anew, and the
 * store's own thread may be writing it to the file meanwhile. Values are never changed, so the copies share them.
 */
final class StoredCollection extends H2Collection {
    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        Document stored = super.getDocument(position);
        return stored == null ? null : stored.clone();
    }

    @Override
    protected QueryResult matchDocumentsFromStream(
            Stream<Document> documents,
            Document query,
            Document orderBy,
            int toSkip,
            int limit,
            int batchSize,
            Document fields) {
        return super.matchDocumentsFromStream(
                documents.map(Document::clone), query, orderBy, toSkip, limit, batchSize, fields);
    }
}

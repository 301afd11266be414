package health.cloudcare.wearables;

import java.util.DoubleSummaryStatistics;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import org.bson.BsonDocument;

import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.chunk.HourChunkCodec;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.store.FencedCollection;

/** Counts what is in the chunks, each reading once. */
@ApplicationScoped
class StoredReadings {
    private final MongoClient client;

    StoredReadings(MongoClient client) {
        this.client = client;
    }

    record Totals(long count, double sum, double min, double max) {}

    Totals totals(UUID patient, MetricType metric) {
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        String prefix = patient + "|" + metric.code() + "|";
        for (BsonDocument document : client.getDatabase("wearables")
                .getCollection("chunks", BsonDocument.class)
                .find(Filters.regex("_id", "^" + prefix.replace("|", "\\|")))) {
            FencedCollection.Stored stored = FencedCollection.current(document);
            HourChunk chunk = HourChunkCodec.decode(stored.content());
            for (int i = 0; i < chunk.size(); i++) {
                if (chunk.startsInThisHour(i)) {
                    all.accept(chunk.value(i));
                }
            }
        }
        return new Totals(all.getCount(), all.getSum(), all.getMin(), all.getMax());
    }
}

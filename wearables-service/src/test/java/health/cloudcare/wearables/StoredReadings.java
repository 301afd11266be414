package health.cloudcare.wearables;

import java.util.DoubleSummaryStatistics;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import org.bson.BsonDocument;

import health.cloudcare.wearables.chunk.DayChunks;
import health.cloudcare.wearables.chunk.HourChunk;
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
        for (BsonDocument document : client.getDatabase("wearables")
                .getCollection("chunks", BsonDocument.class)
                .find(Filters.regex("_id", "^" + patient))) {
            DayChunks day = DayChunks.decode(FencedCollection.current(document).content());
            for (int hour = 0; hour < 24; hour++) {
                HourChunk chunk = day.chunk(metric, hour);
                for (int i = 0; i < chunk.size(); i++) {
                    if (chunk.startsInThisHour(i)) {
                        all.accept(chunk.value(i));
                    }
                }
            }
        }
        return new Totals(all.getCount(), all.getSum(), all.getMin(), all.getMax());
    }
}

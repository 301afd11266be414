package health.cloudcare.wearables.summary;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.model.Filters;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Uni;
import org.bson.BsonDocument;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.wearables.calendar.PatientYear;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.rollup.DayRollup;
import health.cloudcare.wearables.rollup.DayRollupCodec;
import health.cloudcare.wearables.rollup.RollupKey;
import health.cloudcare.wearables.store.FencedCollection;

/** Reads day rollups and calendars, each by the ids of all that could exist: one indexed query, nothing scanned. */
@ApplicationScoped
class RollupReader {
    private static final int FIRST_YEAR = 2000;
    private static final int BATCH = 5_000;

    private final ReactiveMongoCollection<BsonDocument> rollups;
    private final ReactiveMongoCollection<BsonDocument> calendars;
    private final Clock clock;

    RollupReader(
            ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String name, Clock clock) {
        ReactiveMongoDatabase database = client.getDatabase(name);
        this.rollups = database.getCollection("rollups", BsonDocument.class);
        this.calendars = database.getCollection("calendars", BsonDocument.class);
        this.clock = clock;
    }

    /** The history of each metric over those UTC days; metrics without readings have an empty one. */
    Uni<Map<MetricType, MetricHistory>> histories(
            UUID patientId, Collection<MetricType> metrics, List<Long> epochDays) {
        Map<String, RollupKey> keys = new HashMap<>();
        for (MetricType metric : metrics) {
            for (long day : epochDays) {
                RollupKey key = new RollupKey(patientId.toString(), metric, day);
                keys.put(key.id(), key);
            }
        }
        return rollups.find(Filters.in("_id", keys.keySet()), new FindOptions().batchSize(BATCH))
                .collect()
                .asList()
                .map(documents -> histories(metrics, keys, documents));
    }

    private static Map<MetricType, MetricHistory> histories(
            Collection<MetricType> metrics, Map<String, RollupKey> keys, List<BsonDocument> documents) {
        Map<MetricType, Map<Long, DayRollup>> byMetric = new EnumMap<>(MetricType.class);
        metrics.forEach(metric -> byMetric.put(metric, new HashMap<>()));
        for (BsonDocument document : documents) {
            RollupKey key = keys.get(document.getString("_id").getValue());
            FencedCollection.Stored stored = FencedCollection.current(document);
            if (key != null && stored != null) {
                byMetric.computeIfAbsent(key.metric(), any -> new HashMap<>())
                        .put(key.epochDay(), DayRollupCodec.decode(key, stored.content()));
            }
        }
        Map<MetricType, MetricHistory> histories = new EnumMap<>(MetricType.class);
        byMetric.forEach((metric, days) -> histories.put(metric, new MetricHistory(days)));
        return histories;
    }

    /** How many readings of each metric are stored of the patient, over all time. */
    Uni<Map<MetricType, Long>> totals(UUID patientId) {
        int lastYear = clock.instant().atZone(ZoneOffset.UTC).getYear() + 1;
        List<String> ids = IntStream.rangeClosed(FIRST_YEAR, lastYear)
                .mapToObj(year -> PatientYear.id(patientId.toString(), year))
                .toList();
        return calendars.find(Filters.in("_id", ids)).collect().asList().map(RollupReader::sum);
    }

    private static Map<MetricType, Long> sum(List<BsonDocument> years) {
        Map<MetricType, Long> totals = new EnumMap<>(MetricType.class);
        for (BsonDocument document : years) {
            FencedCollection.Stored stored = FencedCollection.current(document);
            if (stored != null) {
                PatientYear.decode(stored.content())
                        .totals()
                        .forEach((metric, count) -> totals.merge(metric, count, Long::sum));
            }
        }
        return totals;
    }
}

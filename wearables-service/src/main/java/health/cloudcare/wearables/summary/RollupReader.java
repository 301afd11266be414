package health.cloudcare.wearables.summary;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.model.Filters;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Uni;
import org.bson.BsonDocument;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.wearables.calendar.PatientTotals;
import health.cloudcare.wearables.chunk.DayKey;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.rollup.DayRollup;
import health.cloudcare.wearables.rollup.DayRollups;
import health.cloudcare.wearables.store.FencedCollection;

/** Reads day rollups and calendars, each by the ids of all that could exist: one indexed query, nothing scanned. */
@ApplicationScoped
class RollupReader {
    private static final int BATCH = 500;

    private final ReactiveMongoCollection<BsonDocument> rollups;
    private final ReactiveMongoCollection<BsonDocument> calendars;

    RollupReader(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String name) {
        ReactiveMongoDatabase database = client.getDatabase(name);
        this.rollups = database.getCollection("rollups", BsonDocument.class);
        this.calendars = database.getCollection("calendars", BsonDocument.class);
    }

    /** The history of each metric that may be seen over those UTC days; metrics without readings have an empty one. */
    Uni<Map<MetricType, MetricHistory>> histories(
            UUID patientId, Collection<MetricType> metrics, List<Long> epochDays, OpenPart part) {
        return histories(patientId, metrics, epochDays, part, DayRollups::rollup);
    }

    /** The same, but amounts tell no minima, maxima and last readings. */
    Uni<Map<MetricType, MetricHistory>> summaries(
            UUID patientId, Collection<MetricType> metrics, List<Long> epochDays, OpenPart part) {
        return histories(patientId, metrics, epochDays, part, DayRollups::summary);
    }

    private Uni<Map<MetricType, MetricHistory>> histories(
            UUID patientId,
            Collection<MetricType> metrics,
            List<Long> epochDays,
            OpenPart part,
            BiFunction<DayRollups, MetricType, DayRollup> read) {
        Map<String, DayKey> keys = new HashMap<>();
        for (long epochDay : epochDays) {
            DayKey day = new DayKey(patientId.toString(), epochDay);
            keys.put(day.id(), day);
        }
        return rollups.find(Filters.in("_id", keys.keySet()), new FindOptions().batchSize(BATCH))
                .collect()
                .asList()
                .map(documents -> histories(part.metricsOf(metrics), keys, documents, part, read));
    }

    private static Map<MetricType, MetricHistory> histories(
            Collection<MetricType> metrics,
            Map<String, DayKey> keys,
            List<BsonDocument> documents,
            OpenPart part,
            BiFunction<DayRollups, MetricType, DayRollup> read) {
        Map<MetricType, Map<Long, DayRollup>> byMetric = new EnumMap<>(MetricType.class);
        metrics.forEach(metric -> byMetric.put(metric, new HashMap<>()));
        for (BsonDocument document : documents) {
            DayKey day = keys.get(document.getString("_id").getValue());
            FencedCollection.Stored stored = FencedCollection.current(document);
            if (day != null && stored != null) {
                DayRollups rollups = DayRollups.decode(day, stored.content());
                byMetric.forEach((metric, days) -> {
                    if (rollups.has(metric)) {
                        days.put(day.epochDay(), read.apply(rollups, metric));
                    }
                });
            }
        }
        Map<MetricType, MetricHistory> histories = new EnumMap<>(MetricType.class);
        byMetric.forEach((metric, days) -> histories.put(metric, new MetricHistory(days, part)));
        return histories;
    }

    /** How many readings of each metric are stored of the patient, over all time. */
    Uni<Map<MetricType, Long>> totals(UUID patientId) {
        return calendars
                .find(Filters.eq("_id", PatientTotals.id(patientId.toString())))
                .collect()
                .first()
                .map(document -> {
                    FencedCollection.Stored stored = document == null ? null : FencedCollection.current(document);
                    return PatientTotals.decode(stored == null ? null : stored.content())
                            .overall();
                });
    }
}

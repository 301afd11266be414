package health.cloudcare.wearables.alert;

import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits that are not the rules' own. */
@ApplicationScoped
class Thresholds {
    private static final String COLLECTION = "alert_thresholds";
    private static final String PATIENT_ID = "patient_id";
    private static final String VERSION = "version";

    private final ReactiveMongoCollection<Document> thresholds;
    private final com.mongodb.client.MongoCollection<Document> blocking;
    private final Clock clock;

    Thresholds(
            ReactiveMongoClient client,
            MongoClient blockingClient,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Clock clock) {
        this.thresholds = client.getDatabase(database).getCollection(COLLECTION);
        this.blocking = blockingClient.getDatabase(database).getCollection(COLLECTION);
        this.clock = clock;
    }

    /** Blocking. By patient; of who has none there is nothing. */
    Map<UUID, Map<AlertRule, Threshold>> of(Collection<UUID> patients) {
        Map<UUID, Map<AlertRule, Threshold>> found = new HashMap<>();
        for (Document document : blocking.find(
                Filters.in(PATIENT_ID, patients.stream().map(UUID::toString).toList()))) {
            Threshold threshold = threshold(document);
            found.computeIfAbsent(threshold.patientId(), any -> new EnumMap<>(AlertRule.class))
                    .put(threshold.rule(), threshold);
        }
        return found;
    }

    /** Of all rules, in their order; the defaults where nobody said otherwise. */
    Uni<List<Threshold>> of(UUID patientId) {
        return thresholds
                .find(Filters.eq(PATIENT_ID, patientId.toString()))
                .map(Thresholds::threshold)
                .collect()
                .asList()
                .map(own -> {
                    Map<AlertRule, Threshold> all = new EnumMap<>(AlertRule.class);
                    for (AlertRule rule : AlertRule.values()) {
                        all.put(rule, Threshold.byDefault(patientId, rule));
                    }
                    own.forEach(threshold -> all.put(threshold.rule(), threshold));
                    return List.copyOf(all.values());
                });
    }

    Uni<Threshold> of(UUID patientId, AlertRule rule) {
        return thresholds
                .find(Filters.eq("_id", id(patientId, rule)))
                .collect()
                .first()
                .map(found -> found == null ? Threshold.byDefault(patientId, rule) : threshold(found));
    }

    /** Whether it was saved: not when somebody else was faster. */
    Uni<Boolean> save(Threshold threshold, UUID by) {
        Document document = new Document("_id", id(threshold.patientId(), threshold.rule()))
                .append(PATIENT_ID, threshold.patientId().toString())
                .append("rule", threshold.rule().code())
                .append("limit", threshold.limit())
                .append("enabled", threshold.enabled())
                .append(VERSION, threshold.version())
                .append("set_by", by.toString())
                .append("set_at", Date.from(clock.instant()));
        Bson before = Filters.and(
                Filters.eq("_id", id(threshold.patientId(), threshold.rule())),
                Filters.eq(VERSION, threshold.version() - 1));
        return thresholds
                .replaceOne(before, document, new ReplaceOptions().upsert(threshold.version() == 1))
                .map(done -> done.getModifiedCount() == 1 || done.getUpsertedId() != null)
                .onFailure(Thresholds::isDuplicate)
                .recoverWithItem(false);
    }

    /** Back to the default. Repeating it changes nothing. */
    Uni<Void> remove(UUID patientId, AlertRule rule) {
        return thresholds.deleteOne(Filters.eq("_id", id(patientId, rule))).replaceWithVoid();
    }

    /** Of a patient whose account is gone. */
    Uni<Void> eraseOf(UUID patientId) {
        return thresholds
                .deleteMany(Filters.eq(PATIENT_ID, patientId.toString()))
                .replaceWithVoid();
    }

    private static String id(UUID patientId, AlertRule rule) {
        return patientId + "|" + rule.code();
    }

    private static Threshold threshold(Document document) {
        return new Threshold(
                UUID.fromString(document.getString(PATIENT_ID)),
                AlertRule.ofCode(document.getString("rule")).orElseThrow(),
                document.get("limit", Number.class).doubleValue(),
                document.getBoolean("enabled", true),
                document.get(VERSION, Number.class).longValue());
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}

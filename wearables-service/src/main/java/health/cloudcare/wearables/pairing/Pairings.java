package health.cloudcare.wearables.pairing;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The pairings, by the id of their device; and the codes that were used, by their digest. */
@ApplicationScoped
class Pairings {

    private static final Logger LOG = Logger.getLogger(Pairings.class);

    /** Long after every code has expired, also one that does not say when. */
    private static final long CODES_REMEMBERED_DAYS = 30;

    private static final String DEVICE_ID = "_id";
    private static final String PATIENT_ID = "patient_id";
    private static final String ACTIVE = "is_active";
    private static final String USED_AT = "used_at";

    private final ReactiveMongoCollection<Document> pairings;
    private final ReactiveMongoCollection<Document> codes;
    private final Clock clock;

    Pairings(
            ReactiveMongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Clock clock) {
        this.pairings = client.getDatabase(database).getCollection("pairings");
        this.codes = client.getDatabase(database).getCollection("pairing_codes");
        this.clock = clock;
    }

    /** Forgets codes in time; without it they are only kept longer. */
    void createIndex(@Observes StartupEvent event) {
        codes.createIndex(
                        Indexes.ascending(USED_AT),
                        new IndexOptions().expireAfter(CODES_REMEMBERED_DAYS, TimeUnit.DAYS))
                .subscribe()
                .with(name -> {}, failure -> LOG.warnf("used codes are not forgotten: %s", failure.getMessage()));
    }

    /**
     * Takes a code for one device of one patient. Whether it is theirs now: the first to come has it, and may come again.
     *
     * @param digest of the code
     */
    Uni<Boolean> takeCode(String digest, String deviceId, UUID patientId) {
        Document code = new Document("_id", digest)
                .append("device", deviceId)
                .append(PATIENT_ID, patientId.toString())
                .append(USED_AT, Date.from(clock.instant()));
        return codes.insertOne(code)
                .replaceWith(true)
                .onFailure(Pairings::isDuplicate)
                .recoverWithUni(() -> codes.find(Filters.eq("_id", digest))
                        .collect()
                        .first()
                        .map(taken -> taken != null
                                && deviceId.equals(taken.getString("device"))
                                && patientId.toString().equals(taken.getString(PATIENT_ID))));
    }

    Uni<@Nullable Pairing> ofDevice(String deviceId) {
        return first(Filters.eq(DEVICE_ID, deviceId));
    }

    /** Null when the patient has none with that id. */
    Uni<@Nullable Pairing> ofPatient(UUID patientId, UUID id) {
        return first(Filters.and(Filters.eq(PATIENT_ID, patientId.toString()), Filters.eq("id", id.toString())));
    }

    Uni<List<Pairing>> activeOf(UUID patientId) {
        return pairings.find(Filters.eq(PATIENT_ID, patientId.toString()))
                .map(Pairings::pairing)
                .filter(Pairing::active)
                .collect()
                .asList();
    }

    /** Of a patient whose account is gone. */
    Uni<Void> eraseOf(UUID patientId) {
        Bson own = Filters.eq(PATIENT_ID, patientId.toString());
        return pairings.deleteMany(own).chain(() -> codes.deleteMany(own)).replaceWithVoid();
    }

    Uni<Void> save(Pairing pairing) {
        return pairings.replaceOne(
                        Filters.eq(DEVICE_ID, pairing.iosDeviceId()),
                        document(pairing),
                        new ReplaceOptions().upsert(true))
                .replaceWithVoid();
    }

    Uni<Void> end(Pairing pairing) {
        return pairings.updateOne(
                        Filters.and(
                                Filters.eq(DEVICE_ID, pairing.iosDeviceId()),
                                Filters.eq("id", pairing.id().toString())),
                        Updates.combine(Updates.set(ACTIVE, false), Updates.unset("session_id")))
                .replaceWithVoid();
    }

    private Uni<@Nullable Pairing> first(Bson filter) {
        return pairings.find(filter).collect().first().map(document -> document == null ? null : pairing(document));
    }

    private static Document document(Pairing pairing) {
        Document document = new Document(DEVICE_ID, pairing.iosDeviceId())
                .append("id", pairing.id().toString())
                .append("ios_user_id", pairing.iosUserId())
                .append(PATIENT_ID, pairing.patientId().toString())
                .append("device_name", pairing.deviceName())
                .append("device_type", pairing.deviceType())
                .append("paired_at", Date.from(pairing.pairedAt()))
                .append(ACTIVE, pairing.active());
        UUID session = pairing.sessionId();
        return session == null ? document : document.append("session_id", session.toString());
    }

    private static Pairing pairing(Document document) {
        String session = document.getString("session_id");
        Instant pairedAt = document.getDate("paired_at").toInstant();
        return new Pairing(
                UUID.fromString(document.getString("id")),
                document.getString("ios_user_id"),
                document.getString(DEVICE_ID),
                UUID.fromString(document.getString(PATIENT_ID)),
                document.getString("device_name"),
                document.getString("device_type"),
                pairedAt,
                document.getBoolean(ACTIVE, false),
                session == null ? null : UUID.fromString(session));
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}

package health.cloudcare.wearables.patient;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.servicekit.access.KnownPatients;

/** Projection of {@code cloudcare.patient.v1}. */
@ApplicationScoped
public class Patients implements KnownPatients {
    /** Where nothing is known; most of the app's users live there. */
    static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Kolkata");

    private static final String TIME_ZONE = "time_zone";

    private final ReactiveMongoCollection<Document> patients;

    Patients(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.patients = client.getDatabase(database).getCollection("patients");
    }

    @Override
    public Uni<Boolean> exists(UUID patientId) {
        return patients.find(Filters.eq("_id", patientId.toString()))
                .collect()
                .first()
                .map(found -> found != null);
    }

    public Uni<ZoneId> zoneOf(UUID patientId) {
        return patients.find(Filters.eq("_id", patientId.toString()))
                .collect()
                .first()
                .map(found -> found == null ? DEFAULT_ZONE : zone(found.getString(TIME_ZONE)));
    }

    /** Repeating it changes nothing. */
    Uni<Void> remember(UUID patientId, String timeZone) {
        return patients.replaceOne(
                        Filters.eq("_id", patientId.toString()),
                        new Document("_id", patientId.toString()).append(TIME_ZONE, timeZone),
                        new ReplaceOptions().upsert(true))
                .replaceWithVoid();
    }

    /** Of an erased patient nothing is known, not even that there was one. */
    Uni<Void> forget(UUID patientId) {
        return patients.deleteOne(Filters.eq("_id", patientId.toString())).replaceWithVoid();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return DEFAULT_ZONE;
        }
    }
}

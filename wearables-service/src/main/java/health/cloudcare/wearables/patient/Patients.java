package health.cloudcare.wearables.patient;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.servicekit.access.KnownPatients;

/** Projection of {@code cloudcare.patient.v1}. */
@ApplicationScoped
public class Patients implements KnownPatients {
    /** Where nothing is known; most of the app's users live there. */
    static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Kolkata");

    private static final String TIME_ZONE = "time_zone";
    private static final String MOVES = "moves";
    private static final String SINCE = "since";
    private static final long QUARTER_HOUR = 900_000;

    /** Somebody who flies twice a week for ten years. */
    private static final int MOST_MOVES = 1_000;

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

    /** The zones whose days are the patient's. */
    public Uni<ZoneHistory> zonesOf(UUID patientId) {
        return patients.find(Filters.eq("_id", patientId.toString()))
                .collect()
                .first()
                .map(found -> found == null ? ZoneHistory.of(DEFAULT_ZONE) : history(found));
    }

    /** A patient lives there from then on, and one who was not known always did. Repeating it changes nothing. */
    Uni<Void> remember(UUID patientId, String timeZone, Instant since) {
        Bson byId = Filters.eq("_id", patientId.toString());
        return patients.find(byId).collect().first().chain(found -> {
            Document changed = found == null
                    ? new Document("_id", patientId.toString()).append(TIME_ZONE, timeZone)
                    : moved(found, timeZone, since);
            return changed == found
                    ? Uni.createFrom().voidItem()
                    : patients.replaceOne(byId, changed, new ReplaceOptions().upsert(true))
                            .replaceWithVoid();
        });
    }

    /** The same document when they stay where they are, or when that is known already. */
    private static Document moved(Document patient, String timeZone, Instant since) {
        Instant from = Instant.ofEpochMilli(Math.floorDiv(since.toEpochMilli(), QUARTER_HOUR) * QUARTER_HOUR);
        List<Document> moves = new ArrayList<>(patient.getList(MOVES, Document.class, List.of()));
        String current =
                moves.isEmpty() ? patient.getString(TIME_ZONE) : moves.getLast().getString(TIME_ZONE);
        Instant latest =
                moves.isEmpty() ? Instant.MIN : moves.getLast().getDate(SINCE).toInstant();
        if (timeZone.equals(current) || from.isBefore(latest)) {
            return patient;
        }
        // of two moves within a quarter of an hour the second counts
        moves.removeIf(move -> move.getDate(SINCE).toInstant().equals(from));
        moves.add(new Document(SINCE, Date.from(from)).append(TIME_ZONE, timeZone));
        return new Document(patient).append(MOVES, moves.subList(Math.max(0, moves.size() - MOST_MOVES), moves.size()));
    }

    private static ZoneHistory history(Document patient) {
        List<ZoneHistory.Stay> stays = new ArrayList<>();
        stays.add(new ZoneHistory.Stay(Instant.MIN, zone(patient.getString(TIME_ZONE))));
        patient.getList(MOVES, Document.class, List.of())
                .forEach(move -> stays.add(
                        new ZoneHistory.Stay(move.getDate(SINCE).toInstant(), zone(move.getString(TIME_ZONE)))));
        return ZoneHistory.of(stays);
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

package health.cloudcare.document.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.ConnectionEvent;
import health.cloudcare.contracts.DocumentShareRevoked;
import health.cloudcare.contracts.DocumentShared;
import health.cloudcare.contracts.UuidV7;
import health.cloudcare.servicekit.outbox.Outbox;
import health.cloudcare.servicekit.problem.ProblemType;

/** Opens documents to connected doctors and closes them again, each time with its event. */
@ApplicationScoped
public class FileGrants {

    private static final ProblemType NOT_CONNECTED = new ProblemType("NOT_CONNECTED", 409, "Not connected");
    private static final ProblemType NO_SHARE = new ProblemType("SHARE_NOT_FOUND", 404, "Not found");

    private static final String LEARN = """
            INSERT INTO connection AS known (connection_id, patient_id, doctor_id, version, live) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (connection_id) DO UPDATE SET version = excluded.version, live = excluded.live
             WHERE known.version < excluded.version
            RETURNING live
            """;

    /** Kept from ending until the caller's transaction ends: nothing is granted by a connection that just ended. */
    private static final String LIVE = """
            SELECT connection_id FROM connection WHERE patient_id = ?1 AND doctor_id = ?2 AND live
             ORDER BY connection_id LIMIT 1 FOR SHARE
            """;

    private static final String GRANT = """
            INSERT INTO file_grant (id, file_id, patient_id, doctor_id, connection_id, granted_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (file_id, doctor_id) WHERE revoked_at IS NULL DO NOTHING RETURNING id
            """;

    private static final String END = "UPDATE file_grant SET revoked_at = ?2 WHERE revoked_at IS NULL AND ";
    private static final String RETURNING = " RETURNING patient_id, file_id, doctor_id";
    private static final String OF_CONNECTION = END + "connection_id = ?1" + RETURNING;
    private static final String OF_FILE = END + "file_id = ?1" + RETURNING;
    private static final String OF_FILE_AND_DOCTOR = END + "file_id = ?1 AND doctor_id = ?3" + RETURNING;

    private static final String OPEN = """
            SELECT g.id FROM file_grant g JOIN connection c ON c.connection_id = g.connection_id
             WHERE g.file_id = ?1 AND g.doctor_id = ?2 AND g.revoked_at IS NULL AND c.live
            """;

    private static final String FILES = """
            SELECT g.file_id FROM file_grant g JOIN connection c ON c.connection_id = g.connection_id
             WHERE g.patient_id = ?1 AND g.doctor_id = ?2 AND g.revoked_at IS NULL AND c.live
            """;

    private static final String IS_CONNECTED =
            "SELECT true FROM connection WHERE patient_id = ?1 AND doctor_id = ?2 AND live LIMIT 1";

    private static final String ERASE = "DELETE FROM connection WHERE patient_id = ?1 RETURNING connection_id";
    private static final String ERASE_GRANTS = "DELETE FROM file_grant WHERE patient_id = ?1 RETURNING id";

    private final Outbox outbox;
    private final Clock clock;

    FileGrants(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What a connection ends with: everything that was opened because of it. */
    @WithTransaction
    Uni<Void> learn(ConnectionEvent event, boolean live) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LEARN, Boolean.class)
                        .setParameter(1, event.connectionId())
                        .setParameter(2, event.patientId())
                        .setParameter(3, event.doctorId())
                        .setParameter(4, event.version())
                        .setParameter(5, live)
                        .getSingleResultOrNull())
                .chain(news -> Boolean.FALSE.equals(news)
                        ? end(OF_CONNECTION, event.connectionId())
                        : Uni.createFrom().voidItem());
    }

    /** Does nothing when it is open to the doctor already; 409 unless they are connected. Whose file it is, the caller has checked. */
    @WithTransaction
    public Uni<Void> grant(UUID fileId, UUID patientId, UUID doctorId) {
        Instant now = now();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIVE, UUID.class)
                        .setParameter(1, patientId)
                        .setParameter(2, doctorId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NOT_CONNECTED.problem("You are not connected with this doctor."))
                .chain(connection -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(GRANT, UUID.class)
                                .setParameter(1, UuidV7.at(now))
                                .setParameter(2, fileId)
                                .setParameter(3, patientId)
                                .setParameter(4, doctorId)
                                .setParameter(5, connection)
                                .setParameter(6, now)
                                .getSingleResultOrNull())
                        .chain(granted -> granted == null
                                ? Uni.createFrom().voidItem()
                                : outbox.append(new DocumentShared(now, patientId, fileId, doctorId, connection))));
    }

    @WithTransaction
    public Uni<Void> revoke(UUID fileId, UUID doctorId) {
        return ended(OF_FILE_AND_DOCTOR, fileId, doctorId)
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw NO_SHARE.problem("This document is not open to this doctor.");
                    }
                })
                .chain(this::tellEach);
    }

    /** Within the caller's transaction, which removes the document. */
    public Uni<Void> endAllOf(UUID fileId) {
        return end(OF_FILE, fileId);
    }

    /** Within the caller's transaction, which erases the patient: the doctors' own services hear of that too. */
    public Uni<Void> eraseAllOf(UUID patientId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE_GRANTS, UUID.class)
                        .setParameter(1, patientId)
                        .getResultList())
                .chain(() -> Panache.getSession().chain(session -> session.createNativeQuery(ERASE, UUID.class)
                        .setParameter(1, patientId)
                        .getResultList()))
                .replaceWithVoid();
    }

    /** The grant by which the document is open to the doctor now. */
    @WithSession
    public Uni<Optional<UUID>> open(UUID fileId, UUID doctorId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OPEN, UUID.class)
                        .setParameter(1, fileId)
                        .setParameter(2, doctorId)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    @WithSession
    public Uni<List<UUID>> filesOpen(UUID patientId, UUID doctorId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(FILES, UUID.class)
                .setParameter(1, patientId)
                .setParameter(2, doctorId)
                .getResultList());
    }

    @WithSession
    public Uni<Boolean> isConnected(UUID patientId, UUID doctorId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(IS_CONNECTED, Boolean.class)
                        .setParameter(1, patientId)
                        .setParameter(2, doctorId)
                        .getSingleResultOrNull())
                .map(Boolean.TRUE::equals);
    }

    private Uni<Void> end(String query, UUID of) {
        return ended(query, of, null).chain(this::tellEach);
    }

    private Uni<List<Object[]>> ended(String sql, UUID of, @Nullable UUID doctorId) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, Object[].class)
                    .setParameter(1, of)
                    .setParameter(2, now());
            return (doctorId == null ? query : query.setParameter(3, doctorId)).getResultList();
        });
    }

    private Uni<Void> tellEach(List<Object[]> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> outbox.append(
                                new DocumentShareRevoked(now(), (UUID) row[0], (UUID) row[1], (UUID) row[2]))
                        .replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

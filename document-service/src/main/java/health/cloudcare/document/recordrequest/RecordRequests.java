package health.cloudcare.document.recordrequest;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.RecordRequested;
import health.cloudcare.contracts.UuidV7;
import health.cloudcare.document.record.RecordOwners;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.outbox.Outbox;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;
import health.cloudcare.servicekit.problem.ProblemType;

/** Keeps what was asked of whom; a request that waits is not made twice. */
@ApplicationScoped
public class RecordRequests {

    private static final String OPEN = """
            SELECT id FROM document_request
             WHERE patient_id = ?1 AND requested_by = ?2 AND lower(facility_name) = lower(?3)
               AND status IN ('PENDING', 'IN_PROGRESS')
            """;

    private static final String ADD = """
            INSERT INTO document_request (id, patient_id, requested_by, requesting_role, facility_name, document_type, description,
                                          status, requested_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'PENDING', ?8) RETURNING id
            """;

    private static final String NEWEST = """
            SELECT id, patient_id, requesting_role, facility_name, document_type, description, status, requested_at, fulfilled_at
              FROM document_request WHERE patient_id = $1 ORDER BY requested_at DESC, id DESC LIMIT $2 OFFSET $3
            """;

    private static final String COUNT = "SELECT count(*) FROM document_request WHERE patient_id = $1";

    private static final String ERASE = "DELETE FROM document_request WHERE patient_id = ?1 RETURNING id";

    private final RecordOwners owners;
    private final Pool pool;
    private final Outbox outbox;
    private final Clock clock;

    RecordRequests(RecordOwners owners, Pool pool, Outbox outbox, Clock clock) {
        this.owners = owners;
        this.pool = pool;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The one that waits, or a new one. */
    @WithTransaction
    Uni<UUID> request(Grant grant, NewRecordRequest wanted) {
        UUID by = grant.caller().profileId();
        if (by == null) {
            return Uni.createFrom().failure(ProblemType.FORBIDDEN.problem("You are not allowed to ask for records."));
        }
        return owners.lock(grant.patientId())
                .chain(erased -> erased
                        ? Uni.createFrom().failure(ProblemType.NOT_FOUND.problem("There is no such patient."))
                        : open(grant.patientId(), by, wanted.facilityName()))
                .chain(open ->
                        open == null ? add(grant, by, wanted) : Uni.createFrom().item(open));
    }

    private static Uni<@Nullable UUID> open(UUID patientId, UUID by, String facility) {
        return Panache.getSession().chain(session -> session.createNativeQuery(OPEN, UUID.class)
                .setParameter(1, patientId)
                .setParameter(2, by)
                .setParameter(3, facility)
                .getSingleResultOrNull());
    }

    private Uni<UUID> add(Grant grant, UUID by, NewRecordRequest wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD, UUID.class)
                        .setParameter(1, UuidV7.at(now))
                        .setParameter(2, grant.patientId())
                        .setParameter(3, by)
                        .setParameter(4, grant.caller().role().name())
                        .setParameter(5, wanted.facilityName())
                        .setParameter(6, wanted.documentType())
                        .setParameter(7, wanted.description())
                        .setParameter(8, now)
                        .getSingleResult())
                .call(id -> outbox.append(new RecordRequested(now, grant.patientId(), id)));
    }

    Uni<Page<RecordRequestResponse>> newestOf(UUID patientId, PageRequest request) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(patientId, request.size(), request.offset()))
                .chain(rows -> {
                    List<RecordRequestResponse> items = new ArrayList<>();
                    rows.forEach(row -> items.add(RecordRequestResponse.of(row)));
                    return pool.preparedQuery(COUNT)
                            .execute(Tuple.of(patientId))
                            .map(count -> Page.of(
                                    items, request, count.iterator().next().getLong(0)));
                });
    }

    /** Within the caller's transaction. */
    public Uni<Void> eraseAllOf(UUID patientId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ERASE, UUID.class)
                        .setParameter(1, patientId)
                        .getResultList())
                .replaceWithVoid();
    }
}

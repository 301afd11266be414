package health.cloudcare.hospital.admission;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.resource.ResourceNews;

/**
 * The free beds of a hospital, counted in its own row. Statements and not the entity, so that they go by the number as it is and
 * leave the others alone.
 */
@ApplicationScoped
class Beds {

    private static final String LOCK = "SELECT status <> 'CLOSED' FROM hospital WHERE id = ?1 FOR NO KEY UPDATE";

    private static final String LOCK_OF_PATIENT = """
            SELECT id FROM hospital WHERE id IN (SELECT hospital_id FROM admission WHERE patient_id = ?1)
             ORDER BY id FOR NO KEY UPDATE
            """;

    private static final String TAKE = """
            UPDATE hospital
               SET available_beds = available_beds - 1, occupied_beds = occupied_beds + 1, version = version + 1
             WHERE id = ?1 AND available_beds > 0 RETURNING true
            """;

    private static final String FREE = """
            UPDATE hospital
               SET available_beds = available_beds + 1, occupied_beds = occupied_beds - 1, version = version + 1
             WHERE id = ?1 RETURNING true
            """;

    private final ResourceNews news;

    Beds(ResourceNews news) {
        this.news = news;
    }

    /**
     * Whether the hospital is open, null when there is none. Whoever changes who is in it has this lock first, and the one of
     * the patient before it.
     */
    Uni<@Nullable Boolean> lock(UUID hospitalId) {
        return one(LOCK, Boolean.class, hospitalId);
    }

    /** All hospitals that the patient has to do with. */
    Uni<Void> lockAllOf(UUID patientId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_OF_PATIENT, UUID.class)
                        .setParameter(1, patientId)
                        .getResultList())
                .replaceWithVoid();
    }

    /** Whether one was free. */
    Uni<Boolean> take(UUID hospitalId, Instant now) {
        return one(TAKE, Boolean.class, hospitalId)
                .map(Boolean.TRUE::equals)
                .call(taken ->
                        taken ? news.tell(hospitalId, now) : Uni.createFrom().voidItem());
    }

    Uni<Void> free(UUID hospitalId, Instant now) {
        return one(FREE, Boolean.class, hospitalId).chain(() -> news.tell(hospitalId, now));
    }

    private static <T> Uni<@Nullable T> one(String query, Class<T> type, UUID hospitalId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(query, type)
                .setParameter(1, hospitalId)
                .getSingleResultOrNull());
    }
}

package health.cloudcare.document.record;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * One row per patient who ever had a record. Whoever adds to a patient's records, or erases them, holds its lock to the end of the
 * transaction; that of an erased patient stays, so that an upload that comes in late is refused.
 */
@ApplicationScoped
public class RecordOwners {

    private static final String LOCK = """
            INSERT INTO record_owner (patient_id) VALUES (?1)
            ON CONFLICT (patient_id) DO UPDATE SET patient_id = excluded.patient_id
            RETURNING erased_at IS NOT NULL
            """;

    private static final String ERASE = """
            INSERT INTO record_owner (patient_id, erased_at) VALUES (?1, now())
            ON CONFLICT (patient_id) DO UPDATE SET erased_at = coalesce(record_owner.erased_at, now())
            RETURNING true
            """;

    /** Whether the patient is erased already. */
    public Uni<Boolean> lock(UUID patientId) {
        return query(LOCK, patientId);
    }

    Uni<Void> erase(UUID patientId) {
        return query(ERASE, patientId).replaceWithVoid();
    }

    private static Uni<Boolean> query(String sql, UUID patientId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(sql, Boolean.class)
                .setParameter(1, patientId)
                .getSingleResult());
    }
}

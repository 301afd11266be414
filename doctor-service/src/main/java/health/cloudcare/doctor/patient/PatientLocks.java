package health.cloudcare.doctor.patient;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * One row per patient of whom anything is kept. Whoever changes that holds the lock to the end of the transaction; of an erased
 * patient the row stays, so that nothing that comes in late is kept again.
 */
@ApplicationScoped
public class PatientLocks {

    private static final String LOCK = """
            INSERT INTO patient (patient_id) VALUES (?1)
            ON CONFLICT (patient_id) DO UPDATE SET patient_id = excluded.patient_id
            RETURNING erased_at IS NOT NULL
            """;

    private static final String ERASE = """
            INSERT INTO patient (patient_id, erased_at) VALUES (?1, now())
            ON CONFLICT (patient_id) DO UPDATE SET erased_at = coalesce(patient.erased_at, now())
            RETURNING true
            """;

    /** Whether the patient is erased. */
    public Uni<Boolean> lock(UUID patientId) {
        return run(LOCK, patientId);
    }

    public Uni<Void> erase(UUID patientId) {
        return run(ERASE, patientId).replaceWithVoid();
    }

    private static Uni<Boolean> run(String statement, UUID patientId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(statement, Boolean.class)
                .setParameter(1, patientId)
                .getSingleResult());
    }
}

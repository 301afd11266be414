package health.cloudcare.hospital.admission;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** One row per patient whom a hospital ever asked; the topics of consents and of patients know no common order. */
@ApplicationScoped
class PatientLocks {

    private static final String LOCK = """
            INSERT INTO admission_patient (patient_id) VALUES (?1)
            ON CONFLICT (patient_id) DO UPDATE SET patient_id = excluded.patient_id
            RETURNING erased_at IS NOT NULL
            """;

    private static final String ERASE = """
            INSERT INTO admission_patient (patient_id, erased_at) VALUES (?1, now())
            ON CONFLICT (patient_id) DO UPDATE SET erased_at = coalesce(admission_patient.erased_at, now())
            RETURNING true
            """;

    /** Whether the patient is erased. */
    Uni<Boolean> lock(UUID patientId) {
        return run(LOCK, patientId);
    }

    Uni<Void> erase(UUID patientId) {
        return run(ERASE, patientId).replaceWithVoid();
    }

    private static Uni<Boolean> run(String statement, UUID patientId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(statement, Boolean.class)
                .setParameter(1, patientId)
                .getSingleResult());
    }
}

package health.cloudcare.patient.registration;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * One row per patient id that a registration ever named. Whoever registers or cancels holds its lock to the end of the
 * transaction; a cancelled or erased one stays, so that a registration that comes in late is refused.
 */
@ApplicationScoped
class RegistrationLocks {

    private static final String LOCK = """
            INSERT INTO registrations (patient_id) VALUES (?1)
            ON CONFLICT (patient_id) DO UPDATE SET patient_id = excluded.patient_id
            RETURNING cancelled_at IS NOT NULL
            """;

    private static final String CANCEL = """
            INSERT INTO registrations (patient_id, cancelled_at) VALUES (?1, now())
            ON CONFLICT (patient_id) DO UPDATE SET cancelled_at = coalesce(registrations.cancelled_at, now())
            RETURNING true
            """;

    /** Whether the registration is cancelled already. */
    Uni<Boolean> lock(UUID patientId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(LOCK, Boolean.class)
                .setParameter(1, patientId)
                .getSingleResult());
    }

    Uni<Void> cancel(UUID patientId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CANCEL, Boolean.class)
                        .setParameter(1, patientId)
                        .getSingleResult())
                .replaceWithVoid();
    }
}

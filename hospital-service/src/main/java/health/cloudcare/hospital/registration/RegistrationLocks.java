package health.cloudcare.hospital.registration;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * One row per hospital id that a registration ever named. Whoever changes that hospital holds its lock to the end of the
 * transaction; a cancelled one stays, so that a registration that comes in late is refused.
 */
@ApplicationScoped
class RegistrationLocks {

    private static final String LOCK = """
            INSERT INTO registration (hospital_id) VALUES (?1)
            ON CONFLICT (hospital_id) DO UPDATE SET hospital_id = excluded.hospital_id
            RETURNING cancelled_at IS NOT NULL
            """;

    private static final String CANCEL = """
            INSERT INTO registration (hospital_id, cancelled_at) VALUES (?1, now())
            ON CONFLICT (hospital_id) DO UPDATE SET cancelled_at = coalesce(registration.cancelled_at, now())
            RETURNING true
            """;

    /** Whether the registration is cancelled already. */
    Uni<Boolean> lock(UUID hospitalId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(LOCK, Boolean.class)
                .setParameter(1, hospitalId)
                .getSingleResult());
    }

    Uni<Void> cancel(UUID hospitalId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CANCEL, Boolean.class)
                        .setParameter(1, hospitalId)
                        .getSingleResult())
                .replaceWithVoid();
    }
}

package health.cloudcare.hospital.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.AffiliationChanged;

/** The staff of all hospitals. The newest version of each affiliation counts, in whatever order they come. */
@ApplicationScoped
class Staff {

    private static final String ACTIVE = "ACTIVE";

    /** As everybody has it first who changes who is in a hospital: whoever leaves, and a stay that ends, do not wait for each other. */
    private static final String LOCK_HOSPITAL = "SELECT true FROM hospital WHERE id = ?1 FOR NO KEY UPDATE";

    private static final String LEARN = """
            INSERT INTO hospital_staff AS known (hospital_id, doctor_id, standing, is_primary, version, changed_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (hospital_id, doctor_id) DO UPDATE
               SET standing = excluded.standing, is_primary = excluded.is_primary, version = excluded.version,
                   changed_at = excluded.changed_at
             WHERE known.version < excluded.version
            RETURNING true
            """;

    private static final String IS_ACTIVE = """
            SELECT true FROM hospital_staff WHERE hospital_id = ?1 AND doctor_id = ?2 AND standing = 'ACTIVE' FOR SHARE
            """;

    private final AttendingDoctors attending;
    private final Clock clock;

    Staff(AttendingDoctors attending, Clock clock) {
        this.attending = attending;
        this.clock = clock;
    }

    /** Whoever leaves attends to nobody here any more, from the same moment. */
    @WithTransaction
    Uni<Void> learn(AffiliationChanged event) {
        return Panache.getSession()
                .call(session -> session.createNativeQuery(LOCK_HOSPITAL, Boolean.class)
                        .setParameter(1, event.hospitalId())
                        .getSingleResultOrNull())
                .chain(session -> session.createNativeQuery(LEARN, Boolean.class)
                        .setParameter(1, event.hospitalId())
                        .setParameter(2, event.doctorId())
                        .setParameter(3, event.standing())
                        .setParameter(4, event.primary())
                        .setParameter(5, event.version())
                        .setParameter(6, event.occurredAt())
                        .getSingleResultOrNull())
                .chain(isNews -> isNews == null || ACTIVE.equals(event.standing())
                        ? Uni.createFrom().voidItem()
                        : attending.endAllOf(event.hospitalId(), event.doctorId(), now()));
    }

    /** Whether the doctor works there; they cannot leave before the caller's transaction ends. */
    static Uni<Boolean> works(UUID hospitalId, UUID doctorId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(IS_ACTIVE, Boolean.class)
                        .setParameter(1, hospitalId)
                        .setParameter(2, doctorId)
                        .getSingleResultOrNull())
                .map(Boolean.TRUE::equals);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

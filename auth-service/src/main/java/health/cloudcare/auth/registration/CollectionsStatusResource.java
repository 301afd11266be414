package health.cloudcare.auth.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.session.CurrentSession;
import health.cloudcare.servicekit.identity.RoleNames;

/** How much there is of everything, under the documented names of stores that are tables today. */
@Path("/admin/collections-status")
@RolesAllowed(RoleNames.SYSTEM_ADMIN)
public class CollectionsStatusResource {

    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM accounts WHERE status = 'ACTIVE' AND role = 'PATIENT'),
                   (SELECT count(*) FROM accounts WHERE status = 'ACTIVE' AND role = 'DOCTOR'),
                   (SELECT count(*) FROM pending_registrations WHERE expires_at > ?1),
                   (SELECT count(*) FROM pending_registrations WHERE expires_at <= ?1),
                   (SELECT count(*) FROM sessions WHERE revoked_at IS NULL AND expires_at > ?1),
                   (SELECT count(*) FROM otp_challenges
                    WHERE consumed_at IS NULL AND superseded_at IS NULL AND expires_at > ?1)
            """;

    private final CurrentSession current;
    private final Clock clock;

    CollectionsStatusResource(CurrentSession current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    record CollectionsStatus(Map<String, Map<String, Object>> collections, long totalVerifiedUsers, Instant timestamp) {

        CollectionsStatus {
            collections = new LinkedHashMap<>(collections);
        }
    }

    @GET
    public Uni<CollectionsStatus> status() {
        Instant now = clock.instant();
        return Panache.withTransaction(() -> current.requireAccount()
                .chain(administrator -> Panache.getSession())
                .chain(database -> database.createNativeQuery(COUNTS, Object[].class)
                        .setParameter(1, now)
                        .getSingleResult())
                .map(row -> status(row, now)));
    }

    private static CollectionsStatus status(Object[] row, Instant now) {
        long patients = number(row[0]);
        long doctors = number(row[1]);
        Map<String, Map<String, Object>> collections = new LinkedHashMap<>();
        collections.put("patients_v2", Map.of("count", patients, "description", "Patients"));
        collections.put("doctor_v2", Map.of("count", doctors, "description", "Doctors"));
        collections.put("pending_users", pending(number(row[2]), number(row[3])));
        collections.put("user_sessions", Map.of("count", number(row[4]), "description", "Live sessions"));
        collections.put("otp_codes", Map.of("count", number(row[5]), "description", "Codes that can still be used"));
        return new CollectionsStatus(collections, patients + doctors, now);
    }

    private static Map<String, Object> pending(long running, long expired) {
        return Map.of(
                "total_count",
                running + expired,
                "active_count",
                running,
                "expired_count",
                expired,
                "description",
                "Registrations that wait for their code");
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}

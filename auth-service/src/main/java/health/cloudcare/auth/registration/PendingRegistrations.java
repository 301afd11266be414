package health.cloudcare.auth.registration;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.Role;

@ApplicationScoped
class PendingRegistrations implements PanacheRepositoryBase<PendingRegistration, UUID> {

    private static final String RUNNING = " and expiresAt > :now";
    private static final String EXPIRED = " and expiresAt <= :now";

    /**
     * Which registrations are meant.
     *
     * @param email part of the address, in any case; no pattern
     */
    record Filter(@Nullable String email, @Nullable Role role) {

        String query() {
            StringBuilder query = new StringBuilder("1 = 1");
            if (email != null) {
                query.append(" and locate(:email, lower(email)) > 0");
            }
            if (role != null) {
                query.append(" and role = :role");
            }
            return query.toString();
        }

        Parameters parameters() {
            Parameters parameters = new Parameters();
            if (email != null) {
                parameters.and("email", email.toLowerCase(Locale.ROOT));
            }
            return role == null ? parameters : parameters.and("role", role);
        }

        @Override
        public String toString() {
            return "Filter " + role;
        }
    }

    /** The newest first. */
    Uni<List<PendingRegistration>> list(Filter filter, boolean expiredToo, Instant now, int skip, int limit) {
        String query = filter.query() + (expiredToo ? "" : RUNNING) + " order by createdAt desc, accountId desc";
        Parameters parameters = filter.parameters();
        return find(query, expiredToo ? parameters : parameters.and("now", now))
                .range(skip, skip + limit - 1)
                .list();
    }

    Uni<Long> countRunning(Filter filter, Instant now) {
        return count(filter.query() + RUNNING, filter.parameters().and("now", now));
    }

    Uni<Long> countExpired(Filter filter, Instant now) {
        return count(filter.query() + EXPIRED, filter.parameters().and("now", now));
    }
}

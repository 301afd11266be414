package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Counts the uses of consents that have a limit. */
@ApplicationScoped
class ConsentUses {

    /** Counts or does nothing, in one statement: of many at once no more than the limit get through. */
    private static final String COUNT = """
            INSERT INTO consent_uses AS used (consent_id, period, uses) VALUES (?1, ?2, 1)
                ON CONFLICT (consent_id, period) DO UPDATE SET uses = used.uses + 1 WHERE used.uses < ?3
            RETURNING uses
            """;

    /** Whether this use is within the limit; it is counted then. */
    @WithTransaction
    Uni<Boolean> count(UUID consentId, UseLimit limit, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Integer.class)
                        .setParameter(1, consentId)
                        .setParameter(2, limit.period(now))
                        .setParameter(3, limit.uses())
                        .getResultList())
                .map(counted -> !counted.isEmpty());
    }
}

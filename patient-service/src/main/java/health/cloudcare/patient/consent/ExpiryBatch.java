package health.cloudcare.patient.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The next consents whose time is up, in a transaction of their own. Several replicas share the work. */
@ApplicationScoped
class ExpiryBatch {

    static final int SIZE = 100;

    private final Consents consents;
    private final ConsentPublisher publisher;
    private final Clock clock;

    ExpiryBatch(Consents consents, ConsentPublisher publisher, Clock clock) {
        this.consents = consents;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** How many there were. */
    @WithTransaction
    Uni<Integer> tell() {
        Instant now = clock.instant();
        return consents.lockExpired(now, SIZE).call(found -> tell(found, now)).map(List::size);
    }

    private Uni<Void> tell(List<Consent> found, Instant now) {
        found.forEach(Consent::tellExpiry);
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(consent -> publisher.publish(consent, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}

package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Removes consents whatever their state, after everybody has been told that they no longer open anything. */
@ApplicationScoped
public class ConsentErasure {

    private final Consents consents;
    private final ConsentPublisher publisher;

    ConsentErasure(Consents consents, ConsentPublisher publisher) {
        this.consents = consents;
        this.publisher = publisher;
    }

    /** Within the caller's transaction, which keeps new requests to this patient out. */
    public Uni<Void> eraseAllOf(UUID patientId, Instant now) {
        return consents.lockAllOf(patientId).chain(found -> erase(found, now));
    }

    @WithTransaction
    Uni<Void> eraseAll(Instant now) {
        return consents.lockAll().chain(found -> erase(found, now));
    }

    private Uni<Void> erase(List<Consent> found, Instant now) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(consent -> erase(consent, now))
                .collect()
                .asList()
                .chain(consents::flush);
    }

    private Uni<Void> erase(Consent consent, Instant now) {
        Uni<Void> told = consent.isOpen()
                ? publisher.publishRemoval(consent, now)
                : Uni.createFrom().voidItem();
        return told.chain(() -> consents.delete(consent));
    }
}

package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.UuidV7;
import health.cloudcare.patient.profile.Patients;

/** Puts requests before patients. */
@ApplicationScoped
class ConsentRequests {

    private final Consents consents;
    private final Patients patients;
    private final ConsentPublisher publisher;

    ConsentRequests(Consents consents, Patients patients, ConsentPublisher publisher) {
        this.consents = consents;
        this.patients = patients;
        this.publisher = publisher;
    }

    /**
     * Asking again while the request waits gives the same one. The patient's row is locked: requests at the same moment see
     * each other, and none is left behind by an erasure.
     */
    @WithTransaction
    Uni<ConsentResponse> request(AccessWish wish, Instant now) {
        return patients.lockRegistered(wish.patientId())
                .chain(known -> known
                        ? consents.openRequestLike(wish)
                        : Uni.createFrom().failure(ConsentProblems.unknownPatient()))
                .chain(open -> waitingOrNew(open, wish, now))
                .map(consent -> ConsentResponse.of(consent, now));
    }

    private Uni<Consent> waitingOrNew(Optional<Consent> open, AccessWish wish, Instant now) {
        if (open.isEmpty()) {
            return create(wish, now);
        }
        Consent waiting = open.get();
        if (!waiting.hasUntoldExpiry(now)) {
            return Uni.createFrom().item(waiting);
        }
        waiting.tellExpiry();
        return publisher.publish(waiting, now).chain(() -> create(wish, now));
    }

    private Uni<Consent> create(AccessWish wish, Instant now) {
        Consent consent = new Consent(UuidV7.at(now), wish, now);
        return consents.persist(consent)
                .chain(() -> publisher.publish(consent, now))
                .replaceWith(consent);
    }
}

package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What patients see of their consents and do with them. Every change checks that nobody changed the consent meanwhile. */
@ApplicationScoped
class ConsentAnswers {

    private final Consents consents;
    private final ConsentPublisher publisher;

    ConsentAnswers(Consents consents, ConsentPublisher publisher) {
        this.consents = consents;
        this.publisher = publisher;
    }

    @WithSession
    Uni<List<ConsentResponse>> list(UUID patientId, @Nullable ConsentStatus status, Instant now) {
        return consents.newestOf(patientId, status).map(found -> found.stream()
                .map(consent -> ConsentResponse.of(consent, now))
                .toList());
    }

    @WithSession
    Uni<CanRevokeResponse> canRevoke(UUID patientId, UUID consentId, Instant now) {
        return find(patientId, consentId).map(consent -> CanRevokeResponse.of(consent.state(now)));
    }

    @WithTransaction
    Uni<ConsentResponse> answer(UUID patientId, UUID consentId, Answer answer, Narrowing narrowing, Instant now) {
        return find(patientId, consentId)
                .invoke(consent -> apply(consent, answer, narrowing, now))
                .call(consent -> publisher.publish(consent, now))
                .map(consent -> ConsentResponse.of(consent, now));
    }

    @WithTransaction
    Uni<Void> delete(UUID patientId, UUID consentId, Instant now) {
        return find(patientId, consentId)
                .invoke(consent -> consent.state(now).requireDeletable())
                .call(consent -> endBeforeRemoval(consent, now))
                .chain(consents::delete)
                .chain(consents::flush);
    }

    private Uni<Consent> find(UUID patientId, UUID consentId) {
        return consents.of(patientId, consentId).onItem().ifNull().failWith(ConsentProblems::notFound);
    }

    private static void apply(Consent consent, Answer answer, Narrowing narrowing, Instant now) {
        switch (answer) {
            case APPROVED -> consent.approve(narrowing, now);
            case DENIED -> consent.deny(now);
            case REVOKED -> consent.revoke(now);
        }
    }

    private Uni<Void> endBeforeRemoval(Consent consent, Instant now) {
        if (!consent.hasUntoldExpiry(now)) {
            return Uni.createFrom().voidItem();
        }
        consent.tellExpiry();
        return publisher.publish(consent, now);
    }
}

package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.correlation.Correlation;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.outbox.Outbox;

/**
 * A doctor gives up what a patient granted, and withdraws what the patient has not answered. That takes no decision, as it
 * opens nothing; that the doctor did it is on the audit trail, in the same transaction.
 */
@ApplicationScoped
class ConsentRenunciations {

    private final Consents consents;
    private final ConsentPublisher publisher;
    private final Outbox outbox;

    ConsentRenunciations(Consents consents, ConsentPublisher publisher, Outbox outbox) {
        this.consents = consents;
        this.publisher = publisher;
        this.outbox = outbox;
    }

    /** Does nothing when there is nothing to give up, so it may be repeated. */
    @WithTransaction
    Uni<Void> renounce(Caller doctor, UUID patientId, @Nullable String clientIp, Instant now) {
        UUID doctorId = doctor.doctorId();
        if (doctorId == null) {
            return Uni.createFrom().voidItem();
        }
        return consents.lockOpenOf(patientId, doctorId, now)
                .call(open -> end(open, now))
                .chain(open ->
                        open.isEmpty() ? Uni.createFrom().voidItem() : record(doctor, open.getLast(), clientIp, now));
    }

    private Uni<Void> end(List<Consent> open, Instant now) {
        return Multi.createFrom()
                .iterable(open)
                .invoke(consent -> end(consent, now))
                .onItem()
                .transformToUniAndConcatenate(consent -> publisher.publish(consent, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static void end(Consent consent, Instant now) {
        if (consent.state(now).isRevocable()) {
            consent.revoke(now);
        } else {
            consent.deny(now);
        }
    }

    /** One entry, by the newest of the consents. Their ends are events of their own. */
    private Uni<Void> record(Caller doctor, Consent newest, @Nullable String clientIp, Instant now) {
        return outbox.append(new DataAccessed(
                now,
                doctor.accountId(),
                doctor.role().name(),
                doctor.profileId(),
                newest.patientId(),
                DataCategory.PROFILE.name(),
                Action.WRITE.name(),
                "consents",
                newest.id(),
                false,
                clientIp,
                Correlation.current()));
    }
}

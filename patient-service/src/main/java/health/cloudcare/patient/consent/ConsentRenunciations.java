package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.AuditTrail;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.identity.Caller;

/**
 * A doctor gives up what a patient granted, and withdraws what the patient has not answered. That takes no decision, as it
 * opens nothing; that the doctor did it is on the audit trail all the same.
 */
@ApplicationScoped
class ConsentRenunciations {

    private final Consents consents;
    private final ConsentPublisher publisher;
    private final AuditTrail audit;

    ConsentRenunciations(Consents consents, ConsentPublisher publisher, AuditTrail audit) {
        this.consents = consents;
        this.publisher = publisher;
        this.audit = audit;
    }

    /** Does nothing when there is nothing to give up, so it may be repeated. */
    @WithTransaction
    Uni<Void> renounce(Caller doctor, UUID patientId, Instant now) {
        UUID doctorId = doctor.doctorId();
        if (doctorId == null) {
            return Uni.createFrom().voidItem();
        }
        return consents.lockOpenOf(patientId, doctorId, now)
                .call(open -> end(open, now))
                .chain(open -> open.isEmpty() ? Uni.createFrom().voidItem() : record(doctor, open.getLast()));
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

    /** One entry, by the newest of the consents; before the commit, as what cannot be recorded does not happen. */
    private Uni<Void> record(Caller doctor, Consent newest) {
        UUID patientId = newest.patientId();
        return audit.accessed(
                new Grant(doctor, patientId, newest.id(), Scope.EVERYTHING, newest.isEmergency()),
                new AccessRequest(patientId, DataCategory.PROFILE, Action.WRITE, "consents"));
    }
}

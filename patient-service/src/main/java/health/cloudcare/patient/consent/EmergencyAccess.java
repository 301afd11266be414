package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.UuidV7;
import health.cloudcare.patient.profile.Patients;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.AuditTrail;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.identity.Caller;

/**
 * Access without the patient's consent, for an emergency. It is a consent like any other to whoever enforces it, given by
 * nobody: short, of a purpose of its own, for the patient to see and to end.
 */
@ApplicationScoped
class EmergencyAccess {

    private static final String RESOURCE = "patients/emergency-access";

    private final Consents consents;
    private final Patients patients;
    private final ConsentPublisher publisher;
    private final AuditTrail audit;

    EmergencyAccess(Consents consents, Patients patients, ConsentPublisher publisher, AuditTrail audit) {
        this.consents = consents;
        this.patients = patients;
        this.publisher = publisher;
        this.audit = audit;
    }

    /** One at a time: asking again while it is open gives the same one, and no more time. */
    @WithTransaction
    Uni<ConsentResponse> open(Caller caller, AccessWish wish, Instant now) {
        return patients.lockRegistered(wish.patientId())
                .chain(known -> known
                        ? consents.openEmergencyLike(wish)
                        : audit.refused(caller, asked(wish), "unknown patient")
                                .chain(() -> Uni.createFrom().failure(ConsentProblems.unknownPatient())))
                .chain(open -> openOrNew(open, wish, now))
                // before the commit: what cannot be recorded does not happen
                .call(consent -> audit.accessed(
                        new Grant(caller, wish.patientId(), consent.id(), Scope.EVERYTHING, true), asked(wish)))
                .map(consent -> ConsentResponse.of(consent, now));
    }

    private static AccessRequest asked(AccessWish wish) {
        return new AccessRequest(wish.patientId(), DataCategory.PROFILE, Action.WRITE, RESOURCE);
    }

    private Uni<Consent> openOrNew(Optional<Consent> open, AccessWish wish, Instant now) {
        if (open.isEmpty()) {
            return create(wish, now);
        }
        Consent known = open.get();
        if (!known.hasUntoldExpiry(now)) {
            return Uni.createFrom().item(known);
        }
        known.tellExpiry();
        return publisher.publish(known, now).chain(() -> create(wish, now));
    }

    private Uni<Consent> create(AccessWish wish, Instant now) {
        Consent consent = Consent.withoutConsent(UuidV7.at(now), wish, now);
        return consents.persist(consent)
                .chain(() -> publisher.publish(consent, now))
                .replaceWith(consent);
    }
}

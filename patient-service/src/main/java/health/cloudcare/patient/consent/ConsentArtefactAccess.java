package health.cloudcare.patient.consent;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.AuditTrail;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;

/**
 * An artefact is for the two whose agreement it is: the patient and the grantee, who must be able to prove why they read what
 * they read, also when the consent is over. For everybody else there is no such consent.
 */
@ApplicationScoped
class ConsentArtefactAccess {

    private final CallerIdentity identity;
    private final ConsentAccess owners;
    private final Consents consents;
    private final AuditTrail audit;

    ConsentArtefactAccess(CallerIdentity identity, ConsentAccess owners, Consents consents, AuditTrail audit) {
        this.identity = identity;
        this.owners = owners;
        this.consents = consents;
        this.audit = audit;
    }

    Uni<Void> requireParty(UUID consentId) {
        Caller caller = identity.caller();
        return patientWhoGave(consentId, caller).chain(patientId -> patientId
                .map(given -> audit.accessed(grant(caller, given, consentId), request(given)))
                .orElseGet(() -> owners.requireOwnerOf(consentId, Action.READ).replaceWithVoid()));
    }

    /** Empty when the consent was not given to the caller. In a session of its own, as for {@link Consents#patientOf}. */
    @WithSession
    Uni<Optional<UUID>> patientWhoGave(UUID consentId, Caller caller) {
        return consents.findById(consentId)
                .map(consent -> consent != null && isGrantee(caller, consent)
                        ? Optional.of(consent.patientId())
                        : Optional.empty());
    }

    private static boolean isGrantee(Caller caller, Consent consent) {
        return caller.verified()
                && switch (caller.role()) {
                    case DOCTOR ->
                        caller.doctorId() != null && caller.doctorId().equals(consent.doctorId());
                    case HOSPITAL_ADMIN ->
                        caller.hospitalId() != null && caller.hospitalId().equals(consent.hospitalId());
                    case PATIENT, SYSTEM_ADMIN, SERVICE, DEVICE -> false;
                };
    }

    private static Grant grant(Caller caller, UUID patientId, UUID consentId) {
        return new Grant(caller, patientId, consentId, Scope.EVERYTHING, false);
    }

    private static AccessRequest request(UUID patientId) {
        return new AccessRequest(patientId, DataCategory.PROFILE, Action.READ, "consents/artefact");
    }
}

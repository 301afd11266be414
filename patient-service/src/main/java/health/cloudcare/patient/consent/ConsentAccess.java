package health.cloudcare.patient.consent;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.AuditTrail;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.access.KnownPatients;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;

/**
 * Consents are their patient's business alone: for everybody else there are none, and that they asked is on the audit trail.
 * The decision about others is not left to {@link AccessDecision}, because no consent, however wide, opens the consents.
 */
@ApplicationScoped
class ConsentAccess {

    private final CallerIdentity identity;
    private final AccessDecision access;
    private final KnownPatients patients;
    private final Consents consents;
    private final AuditTrail audit;

    ConsentAccess(
            CallerIdentity identity,
            AccessDecision access,
            KnownPatients patients,
            Consents consents,
            AuditTrail audit) {
        this.identity = identity;
        this.access = access;
        this.patients = patients;
        this.consents = consents;
        this.audit = audit;
    }

    /** Whose consent it is, when that is the caller. */
    Uni<UUID> requireOwnerOf(UUID consentId, Action action) {
        return consents.patientOf(consentId)
                .onItem()
                .ifNull()
                .failWith(ConsentProblems::notFound)
                .call(patientId -> require(patientId, action, ConsentProblems.notFound()));
    }

    Uni<Void> requireOwner(UUID patientId, Action action) {
        return require(patientId, action, ConsentProblems.unknownPatient());
    }

    private Uni<Void> require(UUID patientId, Action action, HttpProblem refusal) {
        Caller caller = identity.caller();
        AccessRequest request = new AccessRequest(patientId, DataCategory.PROFILE, action, "consents");
        return caller.isPatient(patientId)
                ? access.require(request).replaceWithVoid()
                : refuse(caller, request).chain(() -> Uni.createFrom().failure(refusal));
    }

    private Uni<Void> refuse(Caller caller, AccessRequest request) {
        return patients.exists(request.patientId())
                .chain(known -> audit.refused(caller, request, known ? "not the owner" : "unknown patient"));
    }
}

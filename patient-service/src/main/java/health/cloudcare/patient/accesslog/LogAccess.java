package health.cloudcare.patient.accesslog;

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
import health.cloudcare.servicekit.problem.ProblemType;

/** A log is its patient's alone. The decision about others is not left to {@link AccessDecision}, because no consent opens it. */
@ApplicationScoped
public class LogAccess {

    private final CallerIdentity identity;
    private final AccessDecision access;
    private final KnownPatients patients;
    private final AuditTrail audit;

    LogAccess(CallerIdentity identity, AccessDecision access, KnownPatients patients, AuditTrail audit) {
        this.identity = identity;
        this.access = access;
        this.patients = patients;
        this.audit = audit;
    }

    /** Fails with 403, or with 404 when there is no such patient. */
    Uni<Void> requireOwner(UUID patientId) {
        return requireOwner(patientId, "patients/access-log");
    }

    /** @param resource as the audit trail shows it */
    public Uni<Void> requireOwner(UUID patientId, String resource) {
        Caller caller = identity.caller();
        AccessRequest request = new AccessRequest(patientId, DataCategory.PROFILE, Action.READ, resource);
        return caller.isPatient(patientId) ? access.require(request).replaceWithVoid() : refuse(caller, request);
    }

    private Uni<Void> refuse(Caller caller, AccessRequest request) {
        return patients.exists(request.patientId())
                .call(known -> audit.refused(caller, request, known ? "not the owner" : "unknown patient"))
                .chain(known -> Uni.createFrom().failure(refusal(known)));
    }

    private static HttpProblem refusal(boolean known) {
        return known
                ? ProblemType.FORBIDDEN.problem("Only patients themselves see what happens with their data.")
                : ProblemType.NOT_FOUND.problem("There is no such patient.");
    }
}

package health.cloudcare.servicekit.access;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.problem.ProblemType;

/**
 * May this caller do this to this patient's data, and by which consent? The owner may, and their paired device what is open to devices; a doctor or hospital may by a
 * consent that {@link ConsentView} finds now; nobody else may. The decision is on the audit trail before it is answered. Whoever
 * answers shows no more than the {@link Scope} of the grant.
 */
@ApplicationScoped
public class AccessDecision {

    private final CallerIdentity identity;
    private final KnownPatients patients;
    private final ConsentView consents;
    private final AuditTrail audit;

    AccessDecision(CallerIdentity identity, KnownPatients patients, ConsentView consents, AuditTrail audit) {
        this.identity = identity;
        this.patients = patients;
        this.consents = consents;
        this.audit = audit;
    }

    /**
     * Fails with a 403 problem when refused, with 404 when there is no such patient, so that ids cannot be probed, and with 503
     * when the consents are not known well enough at this moment.
     */
    public Uni<Grant> require(AccessRequest request) {
        return Uni.createFrom().deferred(() -> decide(identity.caller(), request));
    }

    private Uni<Grant> decide(Caller caller, AccessRequest request) {
        if (caller.isPatient(request.patientId())
                || request.openToDevices() && caller.isDeviceOf(request.patientId())) {
            return allow(Grant.ofOwner(caller, request.patientId()), request);
        }
        return switch (caller.role()) {
            case DOCTOR, HOSPITAL_ADMIN ->
                caller.verified() ? byConsent(caller, request) : refuse(caller, request, "not verified");
            case PATIENT, SYSTEM_ADMIN, SERVICE, DEVICE -> refuse(caller, request, "not the owner");
        };
    }

    private Uni<Grant> byConsent(Caller caller, AccessRequest request) {
        if (request.action() == Action.WRITE && !request.category().isWritableByConsent()) {
            return refuse(caller, request, "not the owner");
        }
        return consents.judge(caller, request).chain(judgement -> switch (judgement) {
            case Judgement.Open open ->
                allow(
                        new Grant(caller, request.patientId(), open.consentId(), open.scope(), open.emergency()),
                        request);
            case Judgement.Closed closed -> refuse(caller, request, closed.reason());
            case Judgement.Unknown unknown ->
                audit.refused(caller, request, unknown.reason())
                        .chain(() -> Uni.createFrom().failure(undecided()));
        });
    }

    private Uni<Grant> allow(Grant grant, AccessRequest request) {
        return audit.accessed(grant, request).replaceWith(grant);
    }

    private Uni<Grant> refuse(Caller caller, AccessRequest request, String reason) {
        return patients.exists(request.patientId())
                .call(known -> audit.refused(caller, request, known ? reason : "unknown patient"))
                .chain(known -> Uni.createFrom().failure(refusal(known)));
    }

    private static HttpProblem refusal(boolean known) {
        return known
                ? ProblemType.FORBIDDEN.problem("You are not allowed to see or change this patient's data.")
                : ProblemType.NOT_FOUND.problem("There is no such patient.");
    }

    private static HttpProblem undecided() {
        return ProblemType.UNAVAILABLE.retryAfter(
                Duration.ofSeconds(1), "Consents cannot be checked at the moment. Try again shortly.");
    }
}

package health.cloudcare.patient.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.access.Judgement;
import health.cloudcare.servicekit.consent.AuthorityAnswer;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;

/**
 * Judges for a service that serves the caller and sends the caller's own token along. That service puts the decision on the
 * audit trail, as it is its data that is asked for.
 */
@Path("/internal/v1/access-decisions")
@RolesAllowed({RoleNames.DOCTOR, RoleNames.HOSPITAL_ADMIN})
class AccessDecisionResource {

    private final CallerIdentity identity;
    private final ConsentView consents;

    AccessDecisionResource(CallerIdentity identity, ConsentView consents) {
        this.identity = identity;
        this.consents = consents;
    }

    @POST
    public Uni<AuthorityAnswer> judge(@NotNull AccessRequest request) {
        Caller caller = identity.caller();
        return caller.verified()
                ? consents.judge(caller, request).map(AuthorityAnswer::of)
                : Uni.createFrom().item(AuthorityAnswer.of(new Judgement.Closed("not verified")));
    }
}

package health.cloudcare.patient.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.ResponseStatus;

import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Requests of hospitals, which hospital-service hands on with the token of whoever makes them there. */
@Path("/internal/v1/consents")
@RolesAllowed(RoleNames.HOSPITAL_ADMIN)
class AdmissionConsentResource {

    private final CallerIdentity identity;
    private final AdmissionRequests requests;
    private final Clock clock;

    AdmissionConsentResource(CallerIdentity identity, AdmissionRequests requests, Clock clock) {
        this.identity = identity;
        this.requests = requests;
        this.clock = clock;
    }

    @POST
    @ResponseStatus(201)
    public Uni<AdmissionConsentResponse> request(@NotNull @Valid AdmissionConsentRequest request) {
        UUID hospitalId = hospital();
        List<FieldError> errors = request.errors();
        if (!errors.isEmpty()) {
            throw ConsentProblems.invalid(errors);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return requests.request(request, hospitalId, now);
    }

    private UUID hospital() {
        Caller caller = identity.caller();
        UUID hospitalId = caller.hospitalId();
        if (!caller.verified() || hospitalId == null) {
            throw ProblemType.FORBIDDEN.problem("Only a verified hospital may ask.");
        }
        return hospitalId;
    }
}

package health.cloudcare.patient.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

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

/** A doctor asks, having scanned the patient's code. */
@Path("/api/v1/consents/request")
@RolesAllowed(RoleNames.DOCTOR)
class ConsentRequestResource {

    private final CallerIdentity identity;
    private final ConsentRequests requests;
    private final Clock clock;

    ConsentRequestResource(CallerIdentity identity, ConsentRequests requests, Clock clock) {
        this.identity = identity;
        this.requests = requests;
        this.clock = clock;
    }

    @POST
    @ResponseStatus(201)
    public Uni<ConsentResponse> request(@NotNull @Valid DoctorConsentRequest request) {
        Caller caller = identity.caller();
        if (!caller.verified() || !request.doctorId().equals(caller.doctorId())) {
            throw ProblemType.FORBIDDEN.problem("Only a verified doctor may ask, and only for themselves.");
        }
        List<FieldError> errors = request.errors();
        if (!errors.isEmpty()) {
            throw ConsentProblems.invalid(errors);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return requests.request(request.wish(now), now);
    }
}

package health.cloudcare.patient.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.ResponseStatus;

import health.cloudcare.servicekit.identity.RoleNames;

/** Requests of hospitals, which hospital-service makes after it has checked who asks. */
@Path("/internal/v1/consents")
@RolesAllowed(RoleNames.SERVICE)
class AdmissionConsentResource {

    private final ConsentRequests requests;
    private final Clock clock;

    AdmissionConsentResource(ConsentRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @POST
    @ResponseStatus(201)
    public Uni<ConsentResponse> request(@NotNull @Valid AdmissionConsentRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return requests.request(request.wish(now), now);
    }
}

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

import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;

import static health.cloudcare.patient.consent.ConsentProblems.translated;

/** For doctor-service, which hands on the token of a doctor who takes a patient off their list. */
@Path("/internal/v1/consents/renunciations")
@RolesAllowed(RoleNames.DOCTOR)
class RenunciationResource {

    private final CallerIdentity identity;
    private final ConsentRenunciations renunciations;
    private final Clock clock;

    RenunciationResource(CallerIdentity identity, ConsentRenunciations renunciations, Clock clock) {
        this.identity = identity;
        this.renunciations = renunciations;
        this.clock = clock;
    }

    @POST
    public Uni<RenunciationResponse> renounce(@NotNull @Valid RenunciationRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return translated(renunciations.renounce(identity.caller(), request.patientId(), now))
                .replaceWith(new RenunciationResponse(true, "Access given up", now));
    }
}

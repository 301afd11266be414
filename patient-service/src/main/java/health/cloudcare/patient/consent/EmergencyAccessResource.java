package health.cloudcare.patient.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.ResponseStatus;

import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.ProblemType;

/** A doctor breaks the glass. */
@Path("/api/v1/patients/{patient_id}/emergency-access")
@RolesAllowed(RoleNames.DOCTOR)
class EmergencyAccessResource {

    private final CallerIdentity identity;
    private final EmergencyAccess emergencies;
    private final Clock clock;

    EmergencyAccessResource(CallerIdentity identity, EmergencyAccess emergencies, Clock clock) {
        this.identity = identity;
        this.emergencies = emergencies;
        this.clock = clock;
    }

    /** Opens everything, at once and for a while, to this doctor alone. The patient and the doctor's hospital are told. */
    @POST
    @ResponseStatus(201)
    public Uni<ConsentResponse> open(
            @PathParam("patient_id") UUID patientId, @NotNull @Valid EmergencyAccessRequest request) {
        Caller caller = identity.caller();
        UUID doctorId = caller.doctorId();
        if (!caller.verified() || doctorId == null) {
            throw ProblemType.FORBIDDEN.problem("Only a verified doctor may open a record in an emergency.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return emergencies.open(caller, request.wish(patientId, doctorId, now), now);
    }
}

package health.cloudcare.patient.registration;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;
import org.hibernate.exception.ConstraintViolationException;

import health.cloudcare.servicekit.identity.RoleNames;

/** The patient side of the signup saga, for auth-service alone. */
@Path("/internal/v1/patients/{patient_id}")
@RolesAllowed(RoleNames.SERVICE)
class RegistrationResource {

    private final PatientRegistration registration;

    RegistrationResource(PatientRegistration registration) {
        this.registration = registration;
    }

    @PUT
    public Uni<RegistrationResponse> register(
            @PathParam("patient_id") UUID patientId, @Valid RegisterPatientRequest request) {
        if (request.hasUnknownTimeZone()) {
            return Uni.createFrom().failure(RegistrationProblems.unknownTimeZone());
        }
        return registration
                .register(patientId, request)
                .onFailure(ConstraintViolationException.class)
                .transform(RegistrationProblems::of);
    }

    @DELETE
    public Uni<CancellationResponse> cancel(@PathParam("patient_id") UUID patientId) {
        return registration.cancel(patientId).replaceWith(new CancellationResponse(true, "Registration cancelled"));
    }
}

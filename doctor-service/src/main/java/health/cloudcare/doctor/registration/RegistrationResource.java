package health.cloudcare.doctor.registration;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.smallrye.mutiny.Uni;
import org.hibernate.exception.ConstraintViolationException;

import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.FieldError;

/** The doctor side of the signup saga, for auth-service alone. */
@Path("/internal/v1/doctors/{doctor_id}")
@RolesAllowed(RoleNames.SERVICE)
class RegistrationResource {

    private final DoctorRegistration registration;
    private final Clock clock;

    RegistrationResource(DoctorRegistration registration, Clock clock) {
        this.registration = registration;
        this.clock = clock;
    }

    @PUT
    public Uni<RegistrationResponse> register(
            @PathParam("doctor_id") UUID doctorId, @NotNull @Valid RegisterDoctorRequest request) {
        List<FieldError> errors = request.contradictions(clock.instant());
        if (!errors.isEmpty()) {
            return Uni.createFrom().failure(RegistrationProblems.invalid(errors));
        }
        return registration
                .register(doctorId, request)
                // two registrations of one licence at the same moment: the table decides
                .onFailure(ConstraintViolationException.class)
                .transform(RegistrationProblems::taken);
    }

    @DELETE
    public Uni<CancellationResponse> cancel(@PathParam("doctor_id") UUID doctorId) {
        return registration.cancel(doctorId).replaceWith(new CancellationResponse(true, "Registration cancelled"));
    }
}

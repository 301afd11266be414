package health.cloudcare.hospital.registration;

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

/** The hospital side of the signup saga, for auth-service alone. */
@Path("/internal/v1/hospitals/{hospital_id}")
@RolesAllowed(RoleNames.SERVICE)
class RegistrationResource {

    /** Of two billion codes: who draws taken ones this often has another problem. */
    private static final int CODES_TO_TRY = 100;

    private final HospitalRegistration registration;

    RegistrationResource(HospitalRegistration registration) {
        this.registration = registration;
    }

    @PUT
    public Uni<RegistrationResponse> register(
            @PathParam("hospital_id") UUID hospitalId, @NotNull @Valid RegisterHospitalRequest request) {
        return Uni.createFrom()
                // a refused insert ends the transaction, so another code needs another one
                .deferred(() -> registration.register(hospitalId, request))
                .onFailure(RegistrationProblems::isCodeTaken)
                .retry()
                .atMost(CODES_TO_TRY - 1)
                .onFailure(ConstraintViolationException.class)
                .transform(RegistrationProblems::taken);
    }

    @DELETE
    public Uni<CancellationResponse> cancel(@PathParam("hospital_id") UUID hospitalId) {
        return registration.cancel(hospitalId).replaceWith(new CancellationResponse(true, "Registration cancelled"));
    }
}

package health.cloudcare.patient.accesslog;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.identity.RoleNames;

/** For operators and auditors. Not reachable through the gateway. */
@Path("/internal/v1/access-log/verifications")
@RolesAllowed({RoleNames.SERVICE, RoleNames.SYSTEM_ADMIN})
class VerificationResource {

    private final LogVerification verification;

    VerificationResource(LogVerification verification) {
        this.verification = verification;
    }

    /** @param request where to go on, if not from the beginning */
    @POST
    public Uni<VerificationResponse> verify(@Nullable VerificationRequest request) {
        UUID after = request == null ? null : request.after();
        return verification.run(after == null ? PatientRange.FIRST : after);
    }
}

package health.cloudcare.patient.consent;

import java.time.Clock;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.servicekit.identity.CallerIdentity;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.problem.ProblemType;

/** The documented test aid. Outside local mode it does not exist, whoever asks. */
@Path("/api/v1/consents/cleanup/all")
@Authenticated
class ConsentCleanupResource {

    private final CallerIdentity identity;
    private final ConsentErasure erasure;
    private final Clock clock;
    private final boolean local;

    ConsentCleanupResource(
            CallerIdentity identity,
            ConsentErasure erasure,
            Clock clock,
            @ConfigProperty(name = "cloudcare.mode") String mode) {
        this.identity = identity;
        this.erasure = erasure;
        this.clock = clock;
        this.local = mode.equals("local");
    }

    @DELETE
    public Uni<RemovalResponse> removeAll() {
        if (!local) {
            throw ProblemType.NOT_FOUND.problem("No such path.");
        }
        if (identity.caller().role() != Role.SYSTEM_ADMIN) {
            throw ProblemType.FORBIDDEN.problem("Only a system administrator may do this.");
        }
        return erasure.eraseAll(clock.instant()).replaceWith(new RemovalResponse(true, "All consents deleted"));
    }
}

package health.cloudcare.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

import health.cloudcare.servicekit.problem.ProblemType;

/**
 * What the gateway asks. It holds no credential of its own: the cookie is one, and a session's id tells nothing to whoever
 * has to ask whether it lives. Not reachable from outside.
 */
@Path("/internal/v1")
@PermitAll
public class GatewayResource {

    private final LiveSessions liveSessions;
    private final Sessions sessions;
    private final Duration lifetime;
    private final Clock clock;

    GatewayResource(
            LiveSessions liveSessions,
            Sessions sessions,
            @ConfigProperty(name = "cloudcare.cookie.token-lifetime") Duration lifetime,
            Clock clock) {
        this.liveSessions = liveSessions;
        this.sessions = sessions;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    record CookieRequest(@NotBlank @Size(max = 200) String cookie) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record ExchangedCookie(String accessToken, long expiresIn, UUID sessionId) {
        @Override
        public String toString() {
            return "***";
        }
    }

    @GET
    @Path("sessions/{session_id}")
    @WithTransaction
    public Uni<RestResponse<Void>> isLive(@PathParam("session_id") UUID sessionId) {
        return liveSessions
                .find(sessionId)
                .map(live -> live.isPresent() ? RestResponse.noContent() : RestResponse.notFound());
    }

    @POST
    @Path("cookie-sessions")
    @WithTransaction
    public Uni<ExchangedCookie> exchange(@NotNull @Valid CookieRequest request) {
        return liveSessions.withCookie(new OpaqueToken(request.cookie())).map(live -> live.map(this::tokenOf)
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such session.")));
    }

    private ExchangedCookie tokenOf(CurrentSession.SignedIn live) {
        Duration rest = Duration.between(clock.instant(), live.session().expiresAt());
        Duration valid = rest.compareTo(lifetime) < 0 ? rest : lifetime;
        String token = sessions.accessToken(live.account(), live.session(), valid);
        return new ExchangedCookie(token, valid.toSeconds(), live.session().id());
    }
}

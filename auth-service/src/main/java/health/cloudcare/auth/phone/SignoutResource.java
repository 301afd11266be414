package health.cloudcare.auth.phone;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.session.Signout;
import health.cloudcare.servicekit.answer.SuccessAnswer;

/** Takes the cookie as the browser sends it, or a token; without either everything is as wanted already. */
@Path("/auth/signout")
@PermitAll
public class SignoutResource {

    private static final String BEARER = "Bearer ";

    private final Signout signout;
    private final Clock clock;

    SignoutResource(Signout signout, Clock clock) {
        this.signout = signout;
        this.clock = clock;
    }

    @POST
    public Uni<RestResponse<SuccessAnswer>> signOut(
            @CookieParam(SessionCookie.NAME) @Nullable String cookie,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return ended(cookie, authorization).map(done -> PhoneAnswers.signedOut("You are signed out.", clock.instant()));
    }

    private Uni<Void> ended(@Nullable String cookie, @Nullable String authorization) {
        if (cookie != null && !cookie.isBlank()) {
            return signout.ofCookie(cookie);
        }
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? signout.ofToken(authorization.substring(BEARER.length()).strip())
                : Uni.createFrom().voidItem();
    }
}

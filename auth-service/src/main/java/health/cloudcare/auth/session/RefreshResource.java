package health.cloudcare.auth.session;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

@Path("/api/v1/auth/refresh")
@PermitAll
public class RefreshResource {

    private static final String BEARER = "Bearer ";

    private final Refreshing refreshing;

    RefreshResource(Refreshing refreshing) {
        this.refreshing = refreshing;
    }

    record RefreshRequest(@Nullable String refreshToken) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /** The token is read from the body, as documented; older clients send it as a Bearer token. */
    @POST
    public Uni<TokenResponse> refresh(
            @Nullable RefreshRequest request, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String header) {
        String token = request == null || request.refreshToken() == null ? bearer(header) : request.refreshToken();
        if (token == null || token.isBlank()) {
            throw ProblemType.INVALID.problem(
                    "The request is not valid.",
                    List.of(new FieldError("refresh_token", "must not be blank", "not_blank")));
        }
        return refreshing
                .refresh(new OpaqueToken(token))
                .map(tokens -> tokens.orElseThrow(
                        () -> ProblemType.UNAUTHENTICATED.problem("The refresh token is not valid. Sign in again.")));
    }

    private static @Nullable String bearer(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length())
                : null;
    }
}

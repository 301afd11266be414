package health.cloudcare.auth.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.servicekit.token.TokenVerification;

/** Tells a client whether the token it holds is still good, its session included. */
@Path("/auth/validate-token")
@PermitAll
public class TokenValidationResource {

    private static final String BEARER = "Bearer ";

    private final TokenVerification tokens;
    private final LiveSessions sessions;
    private final boolean queryAllowed;

    TokenValidationResource(
            TokenVerification tokens,
            LiveSessions sessions,
            @ConfigProperty(name = "cloudcare.query-token.enabled") boolean queryAllowed) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.queryAllowed = queryAllowed;
    }

    record ValidateTokenRequest(@Nullable String token) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record Validation(
            boolean success,
            String message,
            boolean valid,
            @Nullable String userId,
            String userType,
            UUID sessionId,
            Instant expiresAt) {}

    /** The body first, then the header; the query only where it is switched on, for it ends up in logs of others. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Validation> validate(
            @Nullable ValidateTokenRequest request,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String header,
            @QueryParam("token") @Nullable String query) {
        String inBody = request == null ? null : request.token();
        String token = Stream.of(Optional.ofNullable(inBody), bearer(header), allowed(query))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseThrow(() -> ProblemType.INVALID.problem(
                        "The request is not valid.",
                        List.of(new FieldError("token", "must not be blank", "not_blank"))));
        JsonWebToken verified = verify(token);
        return Panache.withTransaction(() -> sessions.ofToken(verified)).map(signedIn -> answer(verified, signedIn));
    }

    /** Without a body. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Validation> validate(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String header,
            @QueryParam("token") @Nullable String query) {
        return validate(null, header, query);
    }

    private JsonWebToken verify(String token) {
        try {
            return tokens.verify(token);
        } catch (ParseException e) {
            throw ProblemType.UNAUTHENTICATED.problem("The token is not valid or has expired.");
        }
    }

    private Optional<String> allowed(@Nullable String query) {
        return queryAllowed ? Optional.ofNullable(query) : Optional.empty();
    }

    private static Optional<String> bearer(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()))
                : Optional.empty();
    }

    private static Validation answer(JsonWebToken token, CurrentSession.SignedIn signedIn) {
        UserResponse user = UserResponse.of(signedIn.account());
        return new Validation(
                true,
                "The token is valid.",
                true,
                user.userId(),
                user.userType(),
                signedIn.session().id(),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }
}

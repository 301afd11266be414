package health.cloudcare.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;

/** Lets nobody pass a protected route without a valid access token. Whose data it opens is for the services to decide. */
@Singleton
public final class TokenCheck {

    private static final String SCHEME = "Bearer ";
    /** Services call each other directly; a token of theirs at the public door is a stolen one. */
    private static final String SERVICE_GROUP = "SERVICE";

    private final JWTParser parser;
    private final SigningKeys keys;

    TokenCheck(JWTParser parser, SigningKeys keys) {
        this.parser = parser;
        this.keys = keys;
    }

    /** The account a request speaks for, by its {@code Authorization} header; fails with a refusal. */
    public Future<String> accountOf(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Future.failedFuture(refused("An access token is required."));
        }
        String token = authorization.substring(SCHEME.length()).strip();
        Optional<String> keyId = keyIdOf(token);
        if (keyId.isEmpty()) {
            return Future.failedFuture(invalid());
        }
        return keys.find(keyId.get())
                .compose(key -> key.map(known -> verify(token, known)).orElseGet(() -> Future.failedFuture(invalid())));
    }

    private Future<String> verify(String token, PublicKey key) {
        try {
            JsonWebToken verified = parser.verify(token, key);
            boolean outsider =
                    verified.getSubject() != null && !verified.getGroups().contains(SERVICE_GROUP);
            return outsider ? Future.succeededFuture(verified.getSubject()) : Future.failedFuture(invalid());
        } catch (ParseException e) {
            return Future.failedFuture(invalid());
        }
    }

    private static Optional<String> keyIdOf(String token) {
        int end = token.indexOf('.');
        if (end < 0) {
            return Optional.empty();
        }
        try {
            byte[] header = Base64.getUrlDecoder().decode(token.substring(0, end));
            return Optional.ofNullable(new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("kid"));
        } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static HttpProblem invalid() {
        return refused("The access token is not valid or has expired.");
    }

    private static HttpProblem refused(String detail) {
        return ProblemType.UNAUTHENTICATED.problem(detail);
    }
}

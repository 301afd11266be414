package health.cloudcare.gateway.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.Future;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import health.cloudcare.gateway.revocation.Revocations;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.problem.ProblemType;
import health.cloudcare.servicekit.token.TokenKeys;
import health.cloudcare.servicekit.token.TokenVerification;

/**
 * Lets nobody pass a protected route without a valid access token of a session that goes on. Whose data it opens is for the
 * services to decide.
 */
@Singleton
public final class TokenCheck {

    private static final ProblemType ENDED = new ProblemType("SESSION_ERROR", 401, "Session ended");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    /** It becomes part of a path when auth-service is asked. */
    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final TokenVerification verification;
    private final TokenKeys keys;
    private final Revocations revocations;

    TokenCheck(TokenVerification verification, TokenKeys keys, Revocations revocations) {
        this.verification = verification;
        this.keys = keys;
        this.revocations = revocations;
    }

    /** The account a request speaks for, by its {@code Authorization} header; fails with a refusal. */
    public Future<String> accountOf(@Nullable String authorization) {
        Optional<String> text = BearerToken.in(authorization);
        if (text.isEmpty()) {
            return Future.failedFuture(ProblemType.UNAUTHENTICATED.problem("An access token is required."));
        }
        if (keys.current().isEmpty()) {
            return Future.failedFuture(
                    ProblemType.UNAVAILABLE.retryAfter(RETRY_AFTER, "Access tokens cannot be verified just now."));
        }
        JsonWebToken token;
        try {
            token = verification.verify(text.get());
        } catch (ParseException e) {
            return Future.failedFuture(invalid());
        }
        // services call each other directly; a token of theirs at the public door is a stolen one
        if (token.getGroups().contains(RoleNames.SERVICE)
                || !(token.getClaim("sid") instanceof String session && isPlain(session))) {
            return Future.failedFuture(invalid());
        }
        String account = token.getSubject();
        return revocations
                .isLive(session)
                .compose(live -> live ? Future.succeededFuture(account) : Future.failedFuture(ended()));
    }

    private static boolean isPlain(String session) {
        return SESSION.matcher(session).matches();
    }

    private static HttpProblem ended() {
        return ENDED.problem("This session has ended. Sign in again.");
    }

    private static HttpProblem invalid() {
        return ProblemType.UNAUTHENTICATED.problem("The access token is not valid or has expired.");
    }
}

package health.cloudcare.gateway.session;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.vertx.core.Future;

import health.cloudcare.gateway.authservice.AuthSessions;
import health.cloudcare.gateway.authservice.ExchangedToken;
import health.cloudcare.gateway.ratelimit.RateLimit;
import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Exchanges the cookie of a session for an access token, which is all that services understand. A token is used again until
 * shortly before it expires; whether its session goes on is checked with every request, as for any other token.
 */
@Singleton
public final class CookieSessions {

    /** What a request may still take on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private static final int REMEMBERED = 10_000;

    private final AuthSessions sessions;
    private final RateLimit rateLimit;
    private final Cache<String, ExchangedToken> exchanged = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfter(Expiry.<String, ExchangedToken>creating((cookie, token) -> usefulTime(token)))
            .build();

    CookieSessions(AuthSessions sessions, RateLimit rateLimit) {
        this.sessions = sessions;
        this.rateLimit = rateLimit;
    }

    /** An unknown cookie may be a guessed one, so a look-up counts against the address as an attempt to sign in. */
    public Future<String> tokenFor(String cookie, String address) {
        ExchangedToken known = exchanged.getIfPresent(cookie);
        if (known != null) {
            return Future.succeededFuture(known.accessToken());
        }
        return rateLimit
                .countCredentials(address)
                .compose(counted -> sessions.exchange(cookie))
                .compose(token -> remember(cookie, token));
    }

    /** To be called when the token of a cookie was refused; auth-service may give another, or none. */
    public void forget(String cookie) {
        exchanged.invalidate(cookie);
    }

    private Future<String> remember(String cookie, Optional<ExchangedToken> token) {
        if (token.isEmpty()) {
            return Future.failedFuture(
                    ProblemType.UNAUTHENTICATED.problem("The session has ended. Sign in again, please."));
        }
        exchanged.put(cookie, token.get());
        return Future.succeededFuture(token.get().accessToken());
    }

    private static Duration usefulTime(ExchangedToken token) {
        Duration useful = token.lifetime().minus(MARGIN);
        return useful.isPositive() ? useful : Duration.ZERO;
    }
}

package health.cloudcare.gateway.revocation;

import java.time.Duration;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;

import health.cloudcare.gateway.authservice.AuthSessions;

/** Whether the session of a token still goes on. */
@Singleton
public class Revocations {

    /** As late as a revocation may be noticed. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final int REMEMBERED_SESSIONS = 10_000;

    private final RevocationFeed feed;
    private final AuthSessions sessions;
    /** Futures, so that requests of one session that come together share one question. */
    private final Cache<String, Future<Boolean>> asked = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_SESSIONS)
            .expireAfterWrite(REMEMBERED)
            .build();

    Revocations(RevocationFeed feed, AuthSessions sessions) {
        this.feed = feed;
        this.sessions = sessions;
    }

    /** Fails with a refusal while neither Redis nor auth-service tells. */
    public Future<Boolean> isLive(String session) {
        if (feed.hasEnded(session)) {
            return Future.succeededFuture(false);
        }
        return feed.isFresh() ? Future.succeededFuture(true) : ask(session);
    }

    private Future<Boolean> ask(String session) {
        Future<Boolean> known = asked.getIfPresent(session);
        if (known != null && !known.failed()) {
            return known;
        }
        Future<Boolean> answer = sessions.isLive(session);
        asked.put(session, answer);
        return answer;
    }
}

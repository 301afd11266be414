package health.cloudcare.gateway.revocation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.jboss.logging.Logger;

/**
 * The sessions that ended before their tokens do, as auth-service announces them in Redis. Read into memory all the time, so
 * that no request asks Redis.
 */
@Singleton
class RevocationFeed {

    /** Member: session id; score: when it was ended, in milliseconds since the epoch. */
    static final String SESSIONS = "cloudcare:revocations";
    /** There while {@link #SESSIONS} is complete. Redis may lose both; auth-service then announces everything again. */
    static final String READY = "cloudcare:revocations:ready";

    private static final Logger LOG = Logger.getLogger(RevocationFeed.class);
    private static final long INTERVAL_MILLIS = 250;
    private static final long PATIENCE_MILLIS = 500;
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** No token of a session that was ended outlives this. */
    private static final long KEPT_MILLIS = Duration.ofMinutes(35).toMillis();
    /** A poll reads what was ended this recently, by clocks that need not agree to the second. */
    private static final long RECENT_MILLIS = Duration.ofMinutes(1).toMillis();
    /** Whatever was announced later than that is found when everything is read again. */
    private static final long READ_ALL_EVERY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Vertx vertx;
    private final Redis redis;
    private final Clock clock;
    private final AtomicBoolean polling = new AtomicBoolean();
    private volatile long timer = -1;

    /** When each session was last seen in the feed, in milliseconds since the epoch. */
    private final Map<String, Long> ended = new ConcurrentHashMap<>();

    /** Whether the last poll was a good one. */
    private volatile boolean complete;
    /** When the last good poll was sent. */
    private volatile long completeAt = System.nanoTime() - 2 * STALE_NANOS;

    private volatile long allReadAt;

    RevocationFeed(Vertx vertx, Redis redis, Clock clock) {
        this.vertx = vertx;
        this.redis = redis;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start) {
        poll();
        timer = vertx.setPeriodic(INTERVAL_MILLIS, id -> poll());
    }

    void onStop(@Observes ShutdownEvent stop) {
        vertx.cancelTimer(timer);
    }

    boolean hasEnded(String session) {
        return ended.containsKey(session);
    }

    /** Whether a session that is not known to have ended was live a second ago. */
    boolean isFresh() {
        return System.nanoTime() - completeAt <= STALE_NANOS;
    }

    private void poll() {
        if (!polling.compareAndSet(false, true)) {
            return;
        }
        long asked = System.nanoTime();
        boolean all = !complete || asked - allReadAt > READ_ALL_EVERY_NANOS;
        // asked in this order: when the feed is ready, what is read after that is complete
        redis.batch(List.of(Request.cmd(Command.EXISTS).arg(READY), all ? everything() : recent()))
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .onSuccess(replies -> learn(replies, all, asked))
                .onFailure(failure -> lose(String.valueOf(failure.getMessage())))
                .onComplete(done -> polling.set(false));
    }

    private static Request everything() {
        return Request.cmd(Command.ZRANGE).arg(SESSIONS).arg(0).arg(-1);
    }

    private Request recent() {
        return Request.cmd(Command.ZRANGE)
                .arg(SESSIONS)
                .arg(clock.millis() - RECENT_MILLIS)
                .arg("+inf")
                .arg("BYSCORE");
    }

    private void learn(List<Response> replies, boolean all, long asked) {
        long now = clock.millis();
        replies.get(1).forEach(session -> ended.put(session.toString(), now));
        if (all) {
            ended.values().removeIf(seen -> seen < now - KEPT_MILLIS);
            allReadAt = asked;
        }
        if (replies.getFirst().toInteger() == 0) {
            lose("not all of it is announced");
            return;
        }
        completeAt = asked;
        if (!complete) {
            LOG.info("The feed of ended sessions is complete");
            complete = true;
        }
    }

    private void lose(String reason) {
        if (complete) {
            LOG.warnf("The feed of ended sessions is out of order; auth-service is asked until it is back: %s", reason);
            complete = false;
        }
    }
}

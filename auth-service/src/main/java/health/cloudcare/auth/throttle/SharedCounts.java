package health.cloudcare.auth.throttle;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.jboss.logging.Logger;

/**
 * Runs scripts in Redis, where one runs at a time. Each replica counts for itself as well, always: while Redis is away its own
 * counts decide, so guessing stays limited, though once per replica, and people get on.
 */
@Singleton
class SharedCounts {

    private static final Logger LOG = Logger.getLogger(SharedCounts.class);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Redis redis;
    private final ThrottleConfig config;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long failedAt = System.nanoTime() - PAUSE_NANOS;

    SharedCounts(Redis redis, ThrottleConfig config) {
        this.redis = redis;
        this.config = config;
    }

    /** The script's number, or this replica's {@code own} when Redis does not answer in time. */
    Uni<Long> run(String script, List<String> keys, List<String> arguments, long own) {
        if (System.nanoTime() - failedAt < PAUSE_NANOS) {
            return Uni.createFrom().item(own);
        }
        Request request = Request.cmd(Command.EVAL).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        // a future of Vert.x answers, and gives up, on the caller's own context
        return Uni.createFrom()
                .completionStage(() -> redis.send(request)
                        .timeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
                        .toCompletionStage())
                .map(Response::toLong)
                .invoke(this::isBack)
                .onFailure()
                .recoverWithItem(failure -> {
                    isAway(failure);
                    return own;
                });
    }

    private void isBack() {
        if (away.get() && away.compareAndSet(true, false)) {
            LOG.info("Redis answers again: sign-ins are counted for all replicas together");
        }
    }

    private void isAway(Throwable failure) {
        failedAt = System.nanoTime();
        if (away.compareAndSet(false, true)) {
            LOG.warnf("Redis does not answer, this replica counts sign-ins for itself: %s", failure);
        }
    }
}

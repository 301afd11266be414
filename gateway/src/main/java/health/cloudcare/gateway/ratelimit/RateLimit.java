package health.cloudcare.gateway.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import org.jboss.logging.Logger;

import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Counts requests per client and minute, for all gateways together in Redis. Without Redis each gateway goes by its own
 * count: credentials stay guarded against guessing, and whoever has a token gets on.
 */
@Singleton
public final class RateLimit {

    private static final Logger LOG = Logger.getLogger(RateLimit.class);
    private static final long WINDOW_SECONDS = 60;
    private static final long REDIS_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Redis redis;
    private final RateLimitConfig config;
    private final Clock clock;
    private final LocalCounts localCounts = new LocalCounts();
    private volatile long redisFailedAt = System.nanoTime() - REDIS_PAUSE_NANOS;

    RateLimit(Redis redis, RateLimitConfig config, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
    }

    public Future<Void> countAccount(String account) {
        return count("account:" + account, config.requestsPerMinute(), true);
    }

    public Future<Void> countAddress(String address) {
        return count("address:" + address, config.requestsPerMinute(), false);
    }

    public Future<Void> countCredentials(String address) {
        return count("credentials:" + address, config.credentialsPerMinute(), false);
    }

    private Future<Void> count(String client, int allowed, boolean openWithoutRedis) {
        if (!config.enabled()) {
            return Future.succeededFuture();
        }
        long second = clock.instant().getEpochSecond();
        long window = second / WINDOW_SECONDS;
        Duration rest = Duration.ofSeconds(WINDOW_SECONDS - second % WINDOW_SECONDS);
        long local = localCounts.increment(client, window);
        if (System.nanoTime() - redisFailedAt < REDIS_PAUSE_NANOS) {
            return decide(openWithoutRedis ? 0 : local, allowed, rest);
        }
        return increment("rate:" + client + ':' + window)
                .timeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(failure -> withoutRedis(failure, openWithoutRedis ? 0 : local))
                .compose(shared -> decide(shared, allowed, rest));
    }

    private Future<Long> increment(String key) {
        return redis.batch(List.of(
                        Request.cmd(Command.INCR).arg(key),
                        Request.cmd(Command.EXPIRE).arg(key).arg(2 * WINDOW_SECONDS)))
                .map(replies -> replies.getFirst().toLong());
    }

    private Long withoutRedis(Throwable failure, long local) {
        LOG.warnf("Rate limits are counted locally, Redis does not answer: %s", failure.getMessage());
        redisFailedAt = System.nanoTime();
        return local;
    }

    private static Future<Void> decide(long counted, int allowed, Duration rest) {
        return counted <= allowed
                ? Future.succeededFuture()
                : Future.failedFuture(
                        ProblemType.TOO_MANY_REQUESTS.retryAfter(rest, "Too many requests; try again a little later."));
    }
}

package health.cloudcare.gateway.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
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
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(WINDOW_SECONDS);
    private static final long REDIS_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final RateLimitConfig config;
    private final Clock clock;
    private final SharedCounts sharedCounts;
    private final LocalCounts localCounts = new LocalCounts();
    private volatile long redisFailedAt = System.nanoTime() - REDIS_PAUSE_NANOS;

    RateLimit(Redis redis, RateLimitConfig config, Clock clock) {
        this.sharedCounts = new SharedCounts(redis, config.patience().toMillis(), 2 * WINDOW_SECONDS);
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
        long sinceFailure = System.nanoTime() - redisFailedAt;
        if (sinceFailure < REDIS_PAUSE_NANOS) {
            return decide(openWithoutRedis ? 0 : local, allowed, rest);
        }
        return sharedCounts
                .increment("rate:" + client + ':' + window, local == 1 || sinceFailure < WINDOW_NANOS)
                .otherwise(failure -> withoutRedis(failure, openWithoutRedis ? 0 : local))
                .compose(shared -> decide(shared, allowed, rest));
    }

    private Long withoutRedis(Throwable failure, long local) {
        long now = System.nanoTime();
        if (now - redisFailedAt >= REDIS_PAUSE_NANOS) {
            LOG.warnf("Rate limits are counted locally, Redis does not answer: %s", failure.getMessage());
        }
        redisFailedAt = now;
        return local;
    }

    private static Future<Void> decide(long counted, int allowed, Duration rest) {
        return counted <= allowed
                ? Future.succeededFuture()
                : Future.failedFuture(
                        ProblemType.TOO_MANY_REQUESTS.retryAfter(rest, "Too many requests; try again a little later."));
    }
}

package health.cloudcare.auth.throttle;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.problem.ProblemType;

/** Limits how often something may be tried or sent. */
@Singleton
public class Throttle {

    /** Counts for all keys or, when one of them has used up its allowance, for none; gives the wait in milliseconds. */
    private static final String COUNT = """
            local now = tonumber(ARGV[1])
            local wait = 0
            local fresh = {}
            for i, key in ipairs(KEYS) do
              local attempts, window = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
              local seen = redis.call('HMGET', key, 'attempts', 'since')
              local ends = (tonumber(seen[2]) or 0) + window
              fresh[i] = not seen[1] or now >= ends
              if not fresh[i] and tonumber(seen[1]) >= attempts then
                wait = math.max(wait, ends - now)
              end
            end
            if wait > 0 then
              return wait
            end
            for i, key in ipairs(KEYS) do
              if fresh[i] then
                redis.call('HSET', key, 'attempts', 1, 'since', ARGV[1])
                redis.call('PEXPIRE', key, ARGV[2 * i + 1])
              else
                redis.call('HINCRBY', key, 'attempts', 1)
              end
            end
            return 0
            """;

    private final SharedCounts shared;
    private final LocalAttempts local = new LocalAttempts();
    private final KeyDigest digest;
    private final ThrottleConfig config;
    private final Clock clock;

    Throttle(SharedCounts shared, KeyDigest digest, ThrottleConfig config, Clock clock) {
        this.shared = shared;
        this.digest = digest;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts one attempt for each limit, before it is made. When one of them is used up, fails with 429 and
     * {@code Retry-After}, and counts for none.
     */
    public Uni<Void> admit(List<Limit> limits) {
        if (!config.enabled() || limits.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> keys = new ArrayList<>();
        List<Allowance> allowances = new ArrayList<>();
        limits.forEach(limit -> add(limit, keys, allowances));
        long now = clock.millis();
        return shared.run(COUNT, keys, arguments(now, allowances), local.count(keys, allowances, now))
                .chain(wait -> wait == 0
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .failure(ProblemType.TOO_MANY_REQUESTS.retryAfter(
                                        Duration.ofMillis(wait), "Too many attempts. Try again a little later.")));
    }

    private void add(Limit limit, List<String> keys, List<Allowance> allowances) {
        Allowance.All all = config.limits().get(limit.scope());
        if (all == null) {
            throw new IllegalStateException("no limit is configured for " + limit.scope());
        }
        String key = digest.of(limit.scope().name().toLowerCase(Locale.ROOT), limit.key());
        for (Allowance allowance : all.each()) {
            keys.add(key + ':' + allowance.window().toMillis());
            allowances.add(allowance);
        }
    }

    private static List<String> arguments(long now, List<Allowance> allowances) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(now));
        allowances.forEach(allowance -> {
            arguments.add(Integer.toString(allowance.attempts()));
            arguments.add(Long.toString(allowance.window().toMillis()));
        });
        return arguments;
    }
}

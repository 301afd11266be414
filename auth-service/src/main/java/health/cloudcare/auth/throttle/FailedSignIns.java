package health.cloudcare.auth.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Slows down whoever guesses: the more failures of a key in a row, the longer the wait before the next attempt, and at last a
 * temporary lock. An attempt counts as failed from its admission until it is known to have succeeded, so that any number of
 * parallel ones gets no further than as many one after the other.
 *
 * <p>Every admitted attempt ends with one of {@link #failed}, {@link #succeeded} and {@link #undecided}.
 */
@Singleton
public class FailedSignIns {

    /**
     * What a failure led to.
     *
     * @param lockedUntil set for the one failure that caused the lock, so that the owner is told once
     */
    public record Outcome(@Nullable Instant lockedUntil) {

        public boolean causedLock() {
            return lockedUntil != null;
        }
    }

    /** ARGV: now, time to forget, waits after the first failure, the second, … and the lock. Gives the wait, or 0. */
    private static final String ADMIT = """
            local now, forget, steps = tonumber(ARGV[1]), tonumber(ARGV[2]), #ARGV - 2
            local seen = redis.call('HMGET', KEYS[1], 'failures', 'until', 'at')
            local failures = tonumber(seen[1]) or 0
            local till = tonumber(seen[2]) or 0
            if till > now then
              return till - now
            end
            if failures >= steps or now - (tonumber(seen[3]) or now) >= forget then
              failures = 0
            end
            failures = failures + 1
            local next = string.format('%.0f', now + tonumber(ARGV[2 + failures]))
            redis.call('DEL', KEYS[1])
            redis.call('HSET', KEYS[1], 'failures', failures, 'until', next, 'at', ARGV[1])
            redis.call('PEXPIRE', KEYS[1], forget)
            return 0
            """;

    /** ARGV: failures that lock. Gives the end of the lock to the first that asks, or 0. */
    private static final String FAILED = """
            local seen = redis.call('HMGET', KEYS[1], 'failures', 'until')
            if (tonumber(seen[1]) or 0) < tonumber(ARGV[1]) or redis.call('HSETNX', KEYS[1], 'told', 1) == 0 then
              return 0
            end
            return tonumber(seen[2])
            """;

    private static final String FORGET = "return redis.call('DEL', KEYS[1])";

    /** The next attempt may come at once, and counts as this one did. */
    private static final String TAKE_BACK = """
            if redis.call('EXISTS', KEYS[1]) == 0 or redis.call('HEXISTS', KEYS[1], 'told') == 1 then
              return 0
            end
            if redis.call('HINCRBY', KEYS[1], 'failures', -1) <= 0 then
              return redis.call('DEL', KEYS[1])
            end
            return redis.call('HSET', KEYS[1], 'until', 0)
            """;

    private final SharedCounts shared;
    private final LocalFailures local;
    private final KeyDigest digest;
    private final boolean enabled;
    private final List<Long> waits;
    private final long forgetAfter;
    private final Clock clock;

    FailedSignIns(SharedCounts shared, KeyDigest digest, ThrottleConfig config, Clock clock) {
        this.shared = shared;
        this.digest = digest;
        this.enabled = config.enabled();
        this.waits = config.failedSignIns().waits();
        // a lock is not forgotten before it ends
        this.forgetAfter = Math.max(
                config.failedSignIns().forgetAfter().toMillis(),
                config.failedSignIns().lock().toMillis());
        this.local = new LocalFailures(waits, forgetAfter);
        this.clock = clock;
    }

    /** What is counted for an account, by whichever of its names it is tried. */
    public static String keyOf(UUID accountId) {
        return "account:" + accountId;
    }

    /** Before the password is looked at. Fails with 429 and {@code Retry-After} while the key is delayed or locked. */
    public Uni<Void> admit(String key) {
        long now = clock.millis();
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(now));
        arguments.add(Long.toString(forgetAfter));
        waits.forEach(wait -> arguments.add(Long.toString(wait)));
        return run(ADMIT, key, arguments, name -> local.admit(name, now)).chain(FailedSignIns::admitted);
    }

    /** The password was wrong. */
    public Uni<Outcome> failed(String key) {
        return run(FAILED, key, List.of(Integer.toString(waits.size())), local::failed)
                .map(until -> new Outcome(until == 0 ? null : Instant.ofEpochMilli(until)));
    }

    /** The password was right: the failures before it were its owner's. */
    public Uni<Void> succeeded(String key) {
        return clear(key);
    }

    /** Ends delays and locks, as an administrator may. */
    public Uni<Void> clear(String key) {
        return run(FORGET, key, List.of(), local::clear).replaceWithVoid();
    }

    /** The attempt ended without anybody having looked at the password, say because another service was down. */
    public Uni<Void> undecided(String key) {
        return run(TAKE_BACK, key, List.of(), local::takeBack).replaceWithVoid();
    }

    private Uni<Long> run(String script, String key, List<String> arguments, ToLongFunction<String> locally) {
        if (!enabled) {
            return Uni.createFrom().item(0L);
        }
        String name = digest.of("failures", key);
        return shared.run(script, List.of(name), arguments, locally.applyAsLong(name));
    }

    private static Uni<Void> admitted(long wait) {
        return wait == 0
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .failure(ProblemType.TOO_MANY_REQUESTS.retryAfter(
                                Duration.ofMillis(wait), "Too many failed attempts. Try again later."));
    }
}

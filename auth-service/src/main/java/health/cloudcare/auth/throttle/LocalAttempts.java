package health.cloudcare.auth.throttle;

import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/** The script of {@link Throttle} for one replica, in bounded memory. */
final class LocalAttempts {

    private record Seen(int attempts, long since) {}

    private static final int MAX_KEYS = 10_000;

    private final Cache<String, Seen> seen =
            Caffeine.newBuilder().maximumSize(MAX_KEYS).executor(Runnable::run).build();

    synchronized long count(List<String> keys, List<Allowance> allowances, long now) {
        long wait = 0;
        for (int i = 0; i < keys.size(); i++) {
            wait = Math.max(wait, wait(seen.getIfPresent(keys.get(i)), allowances.get(i), now));
        }
        for (int i = 0; i < keys.size() && wait == 0; i++) {
            long window = allowances.get(i).window().toMillis();
            seen.asMap()
                    .merge(
                            keys.get(i),
                            new Seen(1, now),
                            (old, first) ->
                                    now >= old.since() + window ? first : new Seen(old.attempts() + 1, old.since()));
        }
        return wait;
    }

    private static long wait(@Nullable Seen seen, Allowance allowance, long now) {
        return seen == null || seen.attempts() < allowance.attempts()
                ? 0
                : Math.max(0, seen.since() + allowance.window().toMillis() - now);
    }
}

package health.cloudcare.auth.throttle;

import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/** The scripts of {@link FailedSignIns} for one replica, in bounded memory. */
final class LocalFailures {

    private record Seen(int failures, long until, long at, boolean told) {}

    private static final int MAX_KEYS = 10_000;
    private static final Seen NOTHING = new Seen(0, 0, 0, false);

    private final Cache<String, Seen> seen =
            Caffeine.newBuilder().maximumSize(MAX_KEYS).executor(Runnable::run).build();
    private final List<Long> waits;
    private final long forgetAfter;

    LocalFailures(List<Long> waits, long forgetAfter) {
        this.waits = waits;
        this.forgetAfter = forgetAfter;
    }

    synchronized long admit(String name, long now) {
        Seen before = of(name);
        if (before.until() > now) {
            return before.until() - now;
        }
        boolean anew = before.failures() >= waits.size() || now - before.at() >= forgetAfter;
        int failures = anew ? 1 : before.failures() + 1;
        seen.put(name, new Seen(failures, now + waits.get(failures - 1), now, false));
        return 0;
    }

    synchronized long failed(String name) {
        Seen before = of(name);
        if (before.failures() < waits.size() || before.told()) {
            return 0;
        }
        seen.put(name, new Seen(before.failures(), before.until(), before.at(), true));
        return before.until();
    }

    synchronized long clear(String name) {
        seen.invalidate(name);
        return 0;
    }

    synchronized long takeBack(String name) {
        Seen before = of(name);
        if (before.failures() <= 1) {
            seen.invalidate(name);
        } else if (!before.told()) {
            seen.put(name, new Seen(before.failures() - 1, 0, before.at(), false));
        }
        return 0;
    }

    private Seen of(String name) {
        @Nullable Seen found = seen.getIfPresent(name);
        return found == null ? NOTHING : found;
    }
}

package health.cloudcare.auth.throttle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.smallrye.config.ConfigMapping;

/** The numbers; their values and reasons are in application.properties. */
@ConfigMapping(prefix = "cloudcare.throttle")
interface ThrottleConfig {

    /** Off for benchmarks only. */
    boolean enabled();

    /** How long a request waits for Redis before this replica counts by itself. */
    Duration patience();

    Map<Scope, Allowance.All> limits();

    FailedSignInsConfig failedSignIns();

    /** What repeated failures of one key lead to. */
    interface FailedSignInsConfig {

        /** Whose failure brings the first delay. */
        int delayFrom();

        /** Doubled with every further failure. */
        Duration firstDelay();

        /** Whose failure brings the lock. */
        int lockAt();

        Duration lock();

        /** After this long without an attempt, earlier failures count no more. */
        Duration forgetAfter();

        /** In milliseconds, the wait after the first failure, the second, … and the lock at the end. */
        default List<Long> waits() {
            List<Long> waits = new ArrayList<>();
            for (int failure = 1; failure < lockAt(); failure++) {
                waits.add(failure < delayFrom() ? 0 : firstDelay().toMillis() << (failure - delayFrom()));
            }
            waits.add(lock().toMillis());
            return waits;
        }
    }
}

package health.cloudcare.testkit.appleexport;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A day as it was lived, from waking up to waking up again, so that days never overlap, whatever zones they are in.
 *
 * @param number counted from the first day
 * @param bed when the person went to bed at the end of the day
 * @param nextWake the morning after
 * @param walks in order, not overlapping
 */
record Day(
        int number,
        ZoneId zone,
        Instant wake,
        Instant bed,
        Instant nextWake,
        List<Walk> walks,
        Optional<Workout> workout) {

    /** A stretch on foot. */
    record Walk(Instant start, Duration length, int stepsPerMinute) {
        Instant end() {
            return start.plus(length);
        }
    }

    /** @param activity the end of HealthKit's name, such as Running */
    record Workout(String activity, Instant start, Duration length) {
        Instant end() {
            return start.plus(length);
        }
    }

    Day {
        walks = List.copyOf(walks);
    }
}

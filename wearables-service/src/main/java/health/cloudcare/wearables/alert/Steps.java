package health.cloudcare.wearables.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each source has counted of a patient's steps. */
final class Steps {
    private final Map<String, Counter> bySource = new HashMap<>();

    private record Count(long start, double length, double steps) {
        /** Spread evenly over its time. */
        double within(long from, long to) {
            double common = Math.min(start + length, to) - Math.max(start, from);
            return common > 0 ? steps * common / length : 0;
        }
    }

    private static final class Counter {
        private final TreeMap<Long, List<Count>> byStart = new TreeMap<>();
        private long longest;

        void add(Count count) {
            byStart.computeIfAbsent(count.start(), any -> new ArrayList<>()).add(count);
            longest = Math.max(longest, (long) count.length());
        }

        double within(long from, long to) {
            double steps = 0;
            for (List<Count> counts :
                    byStart.subMap(from - longest, true, to, false).values()) {
                for (Count count : counts) {
                    steps += count.within(from, to);
                }
            }
            return steps;
        }
    }

    void add(String source, long startMillis, long millis, double steps) {
        bySource.computeIfAbsent(source, any -> new Counter()).add(new Count(startMillis, Math.max(1, millis), steps));
    }

    /** Of the source that counted most in that time. */
    double most(Instant from, Instant to) {
        double most = 0;
        for (Counter counter : bySource.values()) {
            most = Math.max(most, counter.within(from.toEpochMilli(), to.toEpochMilli()));
        }
        return most;
    }
}

package health.cloudcare.gateway.ratelimit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts of the current window in this instance; the past is dropped when a new window begins. */
final class LocalCounts {

    private record Window(long number, Map<String, Integer> counts) {}

    private volatile Window current = new Window(-1, new ConcurrentHashMap<>());

    long increment(String client, long number) {
        Window window = current;
        if (window.number() != number) {
            // two threads may both replace the map: a handful of lost counts per minute
            window = new Window(number, new ConcurrentHashMap<>());
            current = window;
        }
        return window.counts().merge(client, 1, Integer::sum);
    }
}

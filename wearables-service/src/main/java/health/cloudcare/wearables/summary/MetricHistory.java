package health.cloudcare.wearables.summary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

import health.cloudcare.wearables.rollup.DayRollup;
import health.cloudcare.wearables.rollup.SleepSegment;
import health.cloudcare.wearables.rollup.SleepSegments;
import health.cloudcare.wearables.rollup.Slots;

/** The day rollups of one patient and metric, as one line of quarter hours. */
final class MetricHistory {
    private static final long DAY_MILLIS = 86_400_000;

    private final NavigableMap<Long, DayRollup> days;

    MetricHistory(Map<Long, DayRollup> byEpochDay) {
        this.days = new TreeMap<>(byEpochDay);
    }

    Figures between(Instant from, Instant to) {
        NavigableMap<Integer, Figures> all = by(from, to, any -> 0);
        return all.isEmpty() ? new Figures() : all.firstEntry().getValue();
    }

    /** Figures per bucket; buckets without readings are absent. */
    <K extends Comparable<? super K>> NavigableMap<K, Figures> by(
            Instant from, Instant to, LongFunction<K> bucketOfMillis) {
        NavigableMap<K, Figures> buckets = new TreeMap<>();
        long fromMillis = from.toEpochMilli();
        long toMillis = to.toEpochMilli();
        days.forEach((epochDay, rollup) -> {
            Slots slots = rollup.slots();
            for (int slot = 0; slot < slots.size(); slot++) {
                long start = epochDay * DAY_MILLIS + (long) slot * Slots.SLOT_MILLIS;
                if (start >= fromMillis && start < toMillis && !slots.empty(slot)) {
                    buckets.computeIfAbsent(bucketOfMillis.apply(start), any -> new Figures())
                            .add(slots, slot);
                }
            }
        });
        return buckets;
    }

    /** All sleep of these days, in order, what was cut at the hour joined. */
    List<SleepSegment> sleep() {
        List<SleepSegment> segments = new ArrayList<>();
        days.values().forEach(rollup -> segments.addAll(rollup.sleep()));
        return SleepSegments.joined(segments);
    }
}

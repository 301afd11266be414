package health.cloudcare.wearables.summary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import health.cloudcare.servicekit.access.Scope;
import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.rollup.DayRollup;
import health.cloudcare.wearables.rollup.SleepSegment;
import health.cloudcare.wearables.rollup.SleepSegments;
import health.cloudcare.wearables.rollup.Slots;

/** The day rollups of one patient and metric, as one line of quarter hours. */
final class MetricHistory {
    private static final long DAY_MILLIS = 86_400_000;

    private final NavigableMap<Long, DayRollup> days;
    private final long openFrom;
    private final long openTo;

    /** @param part what may be seen of it; the rest is as if it were not there */
    MetricHistory(Map<Long, DayRollup> byEpochDay, OpenPart part) {
        this.days = new TreeMap<>(byEpochDay);
        this.openFrom = part.from().isAfter(Instant.MIN) ? part.from().toEpochMilli() : Long.MIN_VALUE;
        this.openTo = part.to().isBefore(Instant.MAX) ? part.to().toEpochMilli() : Long.MAX_VALUE;
    }

    static MetricHistory empty() {
        return new MetricHistory(Map.of(), new OpenPart(Scope.EVERYTHING, Instant.MIN, Instant.MAX));
    }

    Figures between(Instant from, Instant to) {
        Figures figures = new Figures();
        by(from, to, List.of(Bucket.of("all", from, to))).forEach((all, found) -> figures.addAll(found));
        return figures;
    }

    /**
     * A stretch of time with its name; the slots in it are added up.
     *
     * @param from milliseconds since the epoch
     * @param to its end, exclusive
     */
    record Bucket(String label, long from, long to) {
        static Bucket of(String label, Instant from, Instant to) {
            return new Bucket(label, from.toEpochMilli(), to.toEpochMilli());
        }
    }

    /**
     * Figures by the bucket's label, in the order of time; buckets without readings are absent.
     *
     * @param buckets in the order of time, none overlapping another
     */
    Map<String, Figures> by(Instant from, Instant to, List<Bucket> buckets) {
        Map<String, Figures> figures = new LinkedHashMap<>();
        long fromMillis = Math.max(openFrom, from.toEpochMilli());
        long toMillis = Math.min(openTo, to.toEpochMilli());
        int next = 0;
        long bucketEnd = Long.MIN_VALUE;
        Figures open = new Figures();
        for (Map.Entry<Long, DayRollup> day : touched(fromMillis, toMillis).entrySet()) {
            Slots slots = day.getValue().slots();
            long dayStart = day.getKey() * DAY_MILLIS;
            int end = Math.min(slots.size(), slotsUntil(toMillis - dayStart));
            Figures ofThisDay = null;
            for (int slot = Math.max(0, slotsUntil(fromMillis - dayStart)); slot < end; slot++) {
                if (slots.empty(slot)) {
                    continue;
                }
                long start = dayStart + (long) slot * Slots.SLOT_MILLIS;
                if (start >= bucketEnd) {
                    while (next < buckets.size() && buckets.get(next).to() <= start) {
                        next++;
                    }
                    if (next == buckets.size()) {
                        return figures;
                    }
                    if (start < buckets.get(next).from()) {
                        continue;
                    }
                    bucketEnd = buckets.get(next).to();
                    open = figures.computeIfAbsent(buckets.get(next).label(), any -> new Figures());
                }
                if (open != ofThisDay) {
                    open.ofRevision(day.getValue().revision());
                    ofThisDay = open;
                }
                open.add(slots, slot);
            }
        }
        return figures;
    }

    /** How many slots of a day begin before that time of it. */
    private static int slotsUntil(long millisOfDay) {
        return (int) Math.min(Slots.PER_DAY, Math.ceilDiv(millisOfDay, (long) Slots.SLOT_MILLIS));
    }

    private NavigableMap<Long, DayRollup> touched(long fromMillis, long toMillis) {
        return fromMillis < toMillis
                ? days.subMap(
                        Math.floorDiv(fromMillis, DAY_MILLIS), true, Math.floorDiv(toMillis - 1, DAY_MILLIS), true)
                : Collections.emptyNavigableMap();
    }

    /** Readings of sleep that begin in those hours; it has no quarter hours to count them in. */
    int sleepReadings(Instant from, Instant to) {
        long first = Math.floorDiv(Math.max(openFrom, from.toEpochMilli()), ChunkKey.HOUR_MILLIS);
        long end = Math.ceilDiv(Math.min(openTo, to.toEpochMilli()), ChunkKey.HOUR_MILLIS);
        int readings = 0;
        for (Map.Entry<Long, DayRollup> day : days.entrySet()) {
            int[] byHour = day.getValue().slots().size() == 0 ? day.getValue().readingsByHour() : new int[0];
            for (int hour = 0; hour < byHour.length; hour++) {
                long at = day.getKey() * byHour.length + hour;
                readings += at >= first && at < end ? byHour[hour] : 0;
            }
        }
        return readings;
    }

    /** All sleep of these days, in order, what was cut at the hour joined. */
    List<SleepSegment> sleep() {
        List<SleepSegment> segments = new ArrayList<>();
        days.values().forEach(rollup -> segments.addAll(rollup.sleep()));
        segments.removeIf(segment -> segment.startMillis() < openFrom || segment.endMillis() > openTo);
        return SleepSegments.joined(segments);
    }
}

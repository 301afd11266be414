package health.cloudcare.wearables.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.metric.Aggregation;

/**
 * One UTC day of one patient's metric: 96 quarter hours, or for sleep the merged segments; and how many readings, merged
 * or not, start in each hour. A function of the day's 24 hour chunks. Immutable.
 *
 * @param revision how often what the day adds up to has changed since it was first written, which is revision 1
 */
public record DayRollup(long revision, int[] readingsByHour, Slots slots, List<SleepSegment> sleep) {
    private static final int HOURS = 24;
    private static final Slots NO_SLOTS = new Slots(0);

    public static DayRollup empty(Aggregation aggregation) {
        Slots slots = aggregation == Aggregation.SLEEP ? NO_SLOTS : new Slots(Slots.PER_DAY);
        return new DayRollup(0, new int[HOURS], slots, List.of());
    }

    public int readings() {
        return Arrays.stream(readingsByHour).sum();
    }

    /** This day with what the given hours, read from their chunks, add up to; the same object when nothing changes. */
    public DayRollup with(List<Hour> hours) {
        int[] readings = readingsByHour.clone();
        Slots changed = slots.size() == 0 ? slots : copyOfSlots();
        List<SleepSegment> segments = sleep;
        for (Hour hour : hours) {
            readings[hour.key().hourOfDay()] = hour.chunk().startingInThisHour();
            switch (hour.key().metric().aggregation()) {
                case CUMULATIVE -> changed.replace(firstSlot(hour), CumulativeHour.of(hour.chunk()));
                case DISCRETE -> changed.replace(firstSlot(hour), DiscreteHour.of(hour.chunk()));
                case SLEEP -> segments = replaceHour(segments, hour);
            }
        }
        boolean sameFigures = changed.equals(slots) && segments.equals(sleep);
        if (sameFigures && Arrays.equals(readings, readingsByHour)) {
            return this;
        }
        return new DayRollup(sameFigures ? Math.max(revision, 1) : revision + 1, readings, changed, segments);
    }

    /** An hour chunk as it now stands; of it what counts. */
    public record Hour(ChunkKey key, HourChunk chunk) {
        public Hour {
            chunk = chunk.counted();
        }
    }

    private static int firstSlot(Hour hour) {
        return hour.key().hourOfDay() * Slots.PER_HOUR;
    }

    private Slots copyOfSlots() {
        Slots copy = new Slots(Slots.PER_DAY);
        copy.replace(0, slots);
        return copy;
    }

    private static List<SleepSegment> replaceHour(List<SleepSegment> segments, Hour hour) {
        long from = hour.key().startMillis();
        long to = from + ChunkKey.HOUR_MILLIS;
        List<SleepSegment> kept = new ArrayList<>();
        for (SleepSegment segment : segments) {
            if (segment.endMillis() <= from || segment.startMillis() >= to) {
                kept.add(segment);
            }
        }
        kept.addAll(SleepHour.of(hour.chunk(), from));
        kept.sort(SleepSegments.ORDER);
        return List.copyOf(kept);
    }

    @Override
    public String toString() {
        return "DayRollup[revision " + revision + "]";
    }
}

package health.cloudcare.wearables.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.reading.Source;

/**
 * An hour of amounts (steps, energy) with overlapping sources. Each instant counts for one source, the most believed of
 * those that cover it; the others fill the gaps. An amount is spread evenly over the time it was counted in. A reading
 * without length stands for the quarter hour it falls into: it covers it against less believed sources, and counts unless
 * a more believed one covers its instant. Readings of one source add up, also where they overlap.
 *
 * <p>docs/merging-sources.md works through examples.
 */
final class CumulativeHour {
    private static final int HOUR = (int) ChunkKey.HOUR_MILLIS;

    private final HourChunk chunk;
    private final Slots slots = new Slots(Slots.PER_HOUR);

    private CumulativeHour(HourChunk chunk) {
        this.chunk = chunk;
    }

    static Slots of(HourChunk chunk) {
        CumulativeHour hour = new CumulativeHour(chunk);
        if (chunk.sources().size() == 1) {
            hour.attribute(0, Coverage.NONE);
        } else {
            hour.bySource();
        }
        return hour.slots;
    }

    private void bySource() {
        Integer[] believed = new Integer[chunk.sources().size()];
        Arrays.setAll(believed, index -> index);
        Arrays.sort(believed, Comparator.comparing(chunk.sources()::get, Source.BY_PRIORITY));
        Coverage better = Coverage.NONE;
        for (int source : believed) {
            attribute(source, better);
            better = better.and(coveredBy(source));
        }
    }

    private Coverage coveredBy(int source) {
        List<int[]> intervals = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            if (chunk.sourceIndex(i) == source) {
                if (chunk.duration(i) > 0) {
                    intervals.add(new int[] {Math.max(chunk.start(i), 0), Math.min(chunk.end(i), HOUR)});
                } else {
                    int slotStart = chunk.start(i) / Slots.SLOT_MILLIS * Slots.SLOT_MILLIS;
                    intervals.add(new int[] {slotStart, slotStart + Slots.SLOT_MILLIS});
                }
            }
        }
        return Coverage.of(intervals);
    }

    private void attribute(int source, Coverage better) {
        for (int i = 0; i < chunk.size(); i++) {
            if (chunk.sourceIndex(i) == source) {
                if (chunk.duration(i) == 0) {
                    instant(i, better);
                } else {
                    interval(i, better);
                }
            }
        }
    }

    private void instant(int i, Coverage better) {
        if (!better.contains(chunk.start(i))) {
            int slot = chunk.start(i) / Slots.SLOT_MILLIS;
            slots.amount(slot, chunk.value(i));
            slots.reading(slot, chunk.value(i));
        }
    }

    private void interval(int i, Coverage better) {
        int from = Math.max(chunk.start(i), 0);
        int to = Math.min(chunk.end(i), HOUR);
        boolean counts = false;
        for (int at = from; at < to; ) {
            int slot = at / Slots.SLOT_MILLIS;
            int slotEnd = Math.min((slot + 1) * Slots.SLOT_MILLIS, to);
            int open = slotEnd - at - better.within(at, slotEnd);
            if (open > 0) {
                counts = true;
                boolean whole = open == chunk.duration(i);
                slots.amount(slot, whole ? chunk.value(i) : chunk.value(i) * open / chunk.duration(i));
            }
            at = slotEnd;
        }
        if (counts && chunk.startsInThisHour(i)) {
            slots.reading(chunk.start(i) / Slots.SLOT_MILLIS, chunk.value(i));
        }
    }
}

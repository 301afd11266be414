package health.cloudcare.wearables.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.chunk.ChunkKey;
import health.cloudcare.wearables.chunk.HourChunk;
import health.cloudcare.wearables.reading.SleepStage;
import health.cloudcare.wearables.reading.Source;

/**
 * An hour of sleep with its sources merged. In bed is the union of what all sources say. Of the stages, each instant
 * takes that of the most believed source that tells one; where a source nests fragments (awake within asleep), the
 * shorter sample describes the instant better.
 */
final class SleepHour {
    private static final int HOUR = (int) ChunkKey.HOUR_MILLIS;

    private final HourChunk chunk;
    private final long hourStart;
    private final List<SleepSegment> segments = new ArrayList<>();

    private SleepHour(HourChunk chunk, long hourStart) {
        this.chunk = chunk;
        this.hourStart = hourStart;
    }

    static List<SleepSegment> of(HourChunk chunk, long hourStart) {
        SleepHour hour = new SleepHour(chunk, hourStart);
        hour.inBed();
        hour.stages();
        return hour.segments;
    }

    private void inBed() {
        List<int[]> intervals = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            if (stage(i) == SleepStage.IN_BED) {
                intervals.add(new int[] {from(i), to(i)});
            }
        }
        for (int[] interval : Coverage.of(intervals).intervals()) {
            add(interval[0], interval[1], SleepStage.IN_BED);
        }
    }

    private void stages() {
        TreeSet<Integer> boundaries = new TreeSet<>();
        for (int i = 0; i < chunk.size(); i++) {
            if (stage(i) != SleepStage.IN_BED && from(i) < to(i)) {
                boundaries.add(from(i));
                boundaries.add(to(i));
            }
        }
        Integer before = null;
        for (int boundary : boundaries) {
            if (before != null) {
                SleepStage stage = stageBetween(before, boundary);
                if (stage != null) {
                    add(before, boundary, stage);
                }
            }
            before = boundary;
        }
    }

    private @Nullable SleepStage stageBetween(int from, int to) {
        int best = -1;
        for (int i = 0; i < chunk.size(); i++) {
            boolean covers = stage(i) != SleepStage.IN_BED && from(i) <= from && to <= to(i);
            if (covers && (best < 0 || describesBetter(i, best))) {
                best = i;
            }
        }
        return best < 0 ? null : stage(best);
    }

    private boolean describesBetter(int i, int other) {
        int bySource = Source.BY_PRIORITY.compare(chunk.source(i), chunk.source(other));
        if (bySource != 0) {
            return bySource < 0;
        }
        int byLength = Integer.compare(chunk.duration(i), chunk.duration(other));
        return byLength != 0 ? byLength < 0 : chunk.value(i) > chunk.value(other);
    }

    private void add(int from, int to, SleepStage stage) {
        SleepSegment last = segments.isEmpty() ? null : segments.getLast();
        if (last != null && last.stage() == stage && last.endMillis() == hourStart + from) {
            segments.removeLast();
            segments.add(new SleepSegment(last.startMillis(), hourStart + to, stage));
        } else {
            segments.add(new SleepSegment(hourStart + from, hourStart + to, stage));
        }
    }

    private SleepStage stage(int i) {
        return SleepStage.ofCode((int) chunk.value(i));
    }

    private int from(int i) {
        return Math.max(chunk.start(i), 0);
    }

    private int to(int i) {
        return Math.min(chunk.end(i), HOUR);
    }
}

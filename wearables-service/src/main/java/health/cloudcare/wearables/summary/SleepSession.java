package health.cloudcare.wearables.summary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import health.cloudcare.wearables.patient.ZoneHistory;
import health.cloudcare.wearables.reading.SleepStage;
import health.cloudcare.wearables.rollup.SleepSegment;

/**
 * Sleep without a break of more than an hour. It belongs to the local day on which it ends.
 *
 * @param segments in the order of their starts, none overlapping another of its own layer (in bed; stages)
 */
record SleepSession(List<SleepSegment> segments) {
    private static final long LONGEST_BREAK = Duration.ofHours(1).toMillis();

    SleepSession {
        segments = List.copyOf(segments);
    }

    static List<SleepSession> of(List<SleepSegment> segments) {
        List<SleepSegment> sorted = new ArrayList<>(segments);
        sorted.sort(Comparator.comparingLong(SleepSegment::startMillis));
        List<SleepSession> sessions = new ArrayList<>();
        List<SleepSegment> open = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (SleepSegment segment : sorted) {
            if (!open.isEmpty() && segment.startMillis() - end > LONGEST_BREAK) {
                sessions.add(new SleepSession(open));
                open.clear();
                end = Long.MIN_VALUE;
            }
            open.add(segment);
            // overlapping samples: the session lasts until the latest end, not until the end of the last to begin
            end = Math.max(end, segment.endMillis());
        }
        if (!open.isEmpty()) {
            sessions.add(new SleepSession(open));
        }
        return sessions;
    }

    Instant start() {
        return Instant.ofEpochMilli(segments.getFirst().startMillis());
    }

    Instant end() {
        long end = Long.MIN_VALUE;
        for (SleepSegment segment : segments) {
            end = Math.max(end, segment.endMillis());
        }
        return Instant.ofEpochMilli(end);
    }

    LocalDate night(ZoneHistory zones) {
        return zones.dateOf(end());
    }

    /** Time in bed: what sources call so, and all time asleep or awake in between, each instant once. */
    long inBedMillis() {
        long total = 0;
        long until = Long.MIN_VALUE;
        for (SleepSegment segment : segments) {
            total += Math.max(0, segment.endMillis() - Math.max(until, segment.startMillis()));
            until = Math.max(until, segment.endMillis());
        }
        return total;
    }

    long asleepMillis() {
        long total = 0;
        for (SleepSegment segment : segments) {
            total += segment.stage().asleep() ? segment.millis() : 0;
        }
        return total;
    }

    long millis(SleepStage stage) {
        long total = 0;
        for (SleepSegment segment : segments) {
            total += segment.stage() == stage ? segment.millis() : 0;
        }
        return total;
    }
}

package health.cloudcare.wearables.rollup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import health.cloudcare.wearables.reading.SleepStage;

/** Puts segments that were cut at the hour together again. */
public final class SleepSegments {
    static final Comparator<SleepSegment> ORDER =
            Comparator.comparingLong(SleepSegment::startMillis).thenComparing(SleepSegment::stage);

    private SleepSegments() {}

    /** The same segments in order, neighbours of one stage joined. */
    public static List<SleepSegment> joined(List<SleepSegment> segments) {
        List<SleepSegment> sorted = new ArrayList<>(segments);
        sorted.sort(ORDER);
        List<SleepSegment> joined = new ArrayList<>();
        Map<SleepStage, Integer> open = new EnumMap<>(SleepStage.class);
        for (SleepSegment next : sorted) {
            Integer at = open.get(next.stage());
            if (at != null && joined.get(at).endMillis() == next.startMillis()) {
                joined.set(at, new SleepSegment(joined.get(at).startMillis(), next.endMillis(), next.stage()));
            } else {
                open.put(next.stage(), joined.size());
                joined.add(next);
            }
        }
        return joined;
    }
}

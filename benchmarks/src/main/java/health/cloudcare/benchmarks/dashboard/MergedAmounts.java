package health.cloudcare.benchmarks.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Amounts of overlapping sources by hour: what the most believed source counted, and of the others the part of each
 * interval that no better source covers.
 */
public final class MergedAmounts {
    private static final long HOUR = 3_600_000;

    /** Sorted by start, without overlap. */
    private List<long[]> covered = new ArrayList<>();

    private final TreeMap<Long, Double> byHour = new TreeMap<>();

    /** An amount counted evenly between two moments, milliseconds. */
    public record Interval(long start, long end, double amount) {}

    /** The intervals of the next source in the order of belief. */
    public void add(List<Interval> source) {
        List<Interval> sorted = new ArrayList<>(source);
        sorted.sort(Comparator.comparingLong(Interval::start));
        int from = 0;
        for (Interval interval : sorted) {
            while (from < covered.size() && covered.get(from)[1] <= interval.start()) {
                from++;
            }
            attribute(interval, from);
        }
        cover(sorted);
    }

    private void attribute(Interval interval, int from) {
        for (long at = interval.start(); at < interval.end(); ) {
            long hour = Math.floorDiv(at, HOUR / 2); // the zone is half an hour off
            long end = Math.min((hour + 1) * HOUR / 2, interval.end());
            long open = end - at;
            for (int i = from; i < covered.size() && covered.get(i)[0] < end; i++) {
                open -= Math.max(0, Math.min(end, covered.get(i)[1]) - Math.max(at, covered.get(i)[0]));
            }
            if (open > 0) {
                byHour.merge(hour, interval.amount() * open / (interval.end() - interval.start()), Double::sum);
            }
            at = end;
        }
    }

    private void cover(List<Interval> sorted) {
        List<long[]> all = new ArrayList<>(covered);
        sorted.forEach(interval -> all.add(new long[] {interval.start(), interval.end()}));
        all.sort(Comparator.comparingLong(interval -> interval[0]));
        List<long[]> union = new ArrayList<>();
        for (long[] next : all) {
            long[] last = union.isEmpty() ? null : union.getLast();
            if (last != null && next[0] <= last[1]) {
                last[1] = Math.max(last[1], next[1]);
            } else {
                union.add(next);
            }
        }
        covered = union;
    }

    /** Amounts by the start of the half hour they fall into, milliseconds. */
    public Map<Long, Double> byStart() {
        Map<Long, Double> starts = new TreeMap<>();
        byHour.forEach((halfHour, amount) -> starts.put(halfHour * HOUR / 2, amount));
        return starts;
    }
}

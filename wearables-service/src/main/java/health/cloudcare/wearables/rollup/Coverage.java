package health.cloudcare.wearables.rollup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The union of half-open intervals of milliseconds: sorted, without overlap and without touching neighbours. */
final class Coverage {
    static final Coverage NONE = new Coverage(List.of());

    private final List<int[]> intervals;

    private Coverage(List<int[]> intervals) {
        this.intervals = intervals;
    }

    static Coverage of(List<int[]> intervals) {
        List<int[]> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingInt(interval -> interval[0]));
        List<int[]> union = new ArrayList<>();
        for (int[] next : sorted) {
            int[] last = union.isEmpty() ? null : union.getLast();
            if (last != null && next[0] <= last[1]) {
                last[1] = Math.max(last[1], next[1]);
            } else if (next[0] < next[1]) {
                union.add(next.clone());
            }
        }
        return new Coverage(union);
    }

    Coverage and(Coverage other) {
        if (intervals.isEmpty()) {
            return other;
        }
        List<int[]> all = new ArrayList<>(intervals);
        all.addAll(other.intervals);
        return of(all);
    }

    List<int[]> intervals() {
        return intervals;
    }

    boolean contains(int at) {
        for (int[] interval : intervals) {
            if (interval[0] <= at && at < interval[1]) {
                return true;
            }
        }
        return false;
    }

    /** How much of the time from {@code from} until {@code to} is covered, milliseconds. */
    int within(int from, int to) {
        int covered = 0;
        for (int[] interval : intervals) {
            covered += Math.max(0, Math.min(to, interval[1]) - Math.max(from, interval[0]));
        }
        return covered;
    }
}

package health.cloudcare.wearables.chunk;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import health.cloudcare.wearables.reading.Source;

/** One pass over two sorted chunks. */
final class ChunkMerge {
    private final HourChunk left;
    private final HourChunk right;
    private final List<Source> sources;
    private final long[] times;
    private final int[] leftSource;
    private final int[] rightSource;
    private final SampleColumns out;
    private int added;

    ChunkMerge(HourChunk left, HourChunk right) {
        this.left = left;
        this.right = right;
        this.sources = union(left.sources(), right.sources());
        this.times = union(left.receivedTable(), right.receivedTable());
        this.leftSource = indexes(left.sources(), sources);
        this.rightSource = indexes(right.sources(), sources);
        this.out = new SampleColumns(left.size() + right.size());
    }

    HourChunk.Merged run() {
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            int order = l == left.size() ? 1 : r == right.size() ? -1 : compare(l, r);
            if (order < 0) {
                take(left, l++, leftSource);
            } else if (order > 0) {
                countNew(r);
                take(right, r++, rightSource);
            } else {
                if (later(l, r)) {
                    take(right, r, rightSource);
                } else {
                    take(left, l, leftSource);
                }
                l++;
                r++;
            }
        }
        return new HourChunk.Merged(new ChunkParts(left.stages(), sources, times, out).chunk(), added);
    }

    private int compare(int l, int r) {
        int order = Integer.compare(left.start(l), right.start(r));
        if (order == 0) {
            order = Integer.compare(left.duration(l), right.duration(r));
        }
        if (order == 0) {
            order = Integer.compare(leftSource[left.sourceIndex(l)], rightSource[right.sourceIndex(r)]);
        }
        if (order == 0 && left.stages()) {
            order = Double.compare(left.value(l), right.value(r));
        }
        return order == 0 ? Long.compare(left.record(l), right.record(r)) : order;
    }

    private boolean later(int l, int r) {
        int order = Long.compare(right.receivedAt(r), left.receivedAt(l));
        if (order == 0) {
            order = Double.compare(right.value(r), left.value(l));
        }
        return order == 0 ? HourChunk.BY_ORIGINAL.compare(right.original(r), left.original(l)) > 0 : order > 0;
    }

    private void countNew(int r) {
        if (right.startsInThisHour(r)) {
            added++;
        }
    }

    private void take(HourChunk from, int i, int[] sourceIndex) {
        int received = Arrays.binarySearch(times, from.receivedAt(i));
        out.add(from.samples(), i, sourceIndex[from.sourceIndex(i)], received);
    }

    private static int[] indexes(List<Source> from, List<Source> to) {
        int[] indexes = new int[from.size()];
        for (int i = 0; i < indexes.length; i++) {
            Source source = from.get(i);
            for (int j = 0; j < to.size(); j++) {
                if (to.get(j).sameAs(source)) {
                    indexes[i] = j;
                }
            }
        }
        return indexes;
    }

    private static List<Source> union(List<Source> one, List<Source> two) {
        if (one.equals(two)) {
            return one;
        }
        TreeSet<Source> sorted = new TreeSet<>(HourChunk.SOURCE_ORDER);
        sorted.addAll(one);
        for (Source source : two) {
            Source same = sorted.ceiling(source);
            if (same != null && same.sameAs(source)) {
                // the more believed of two kinds, so that the order of arrival does not matter
                if (source.kind().compareTo(same.kind()) < 0) {
                    sorted.remove(same);
                    sorted.add(source);
                }
            } else {
                sorted.add(source);
            }
        }
        return List.copyOf(sorted);
    }

    private static long[] union(long[] one, long[] two) {
        if (Arrays.equals(one, two)) {
            return one;
        }
        long[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }
}

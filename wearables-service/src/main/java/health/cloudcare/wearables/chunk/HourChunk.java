package health.cloudcare.wearables.chunk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import health.cloudcare.wearables.reading.Source;

/**
 * All samples of one patient and metric that touch one hour, by column, sorted by start, length and source. A sample
 * that lasts beyond the hour stands, whole, in every hour it touches, so that what an hour adds up to is a function of
 * its chunk alone.
 *
 * <p>A chunk is a function of the set of samples put into it: of samples that agree in source, start and end the one
 * received last stays, of those received together the one with the larger value. Where the value is a stage (sleep) it
 * tells samples apart as well: in bed and asleep may begin and end together. Merging is commutative, associative and
 * idempotent. Immutable; the accessors by index are for the loops over samples.
 */
public final class HourChunk {
    public static final HourChunk EMPTY = new HourChunk(false, List.of(), new long[0], new SampleColumns(0));

    static final Comparator<Source> SOURCE_ORDER =
            Comparator.comparing(Source::deviceId).thenComparing(Source::name);

    private final boolean stages;
    private final List<Source> sources;
    private final long[] receivedAt;
    private final SampleColumns samples;

    HourChunk(boolean stages, List<Source> sources, long[] receivedAt, SampleColumns samples) {
        this.stages = stages;
        this.sources = sources;
        this.receivedAt = receivedAt;
        this.samples = samples;
    }

    public int size() {
        return samples.size;
    }

    /** Milliseconds from the beginning of the hour to the sample's start; negative for one that began before. */
    public int start(int i) {
        return samples.start[i];
    }

    public int duration(int i) {
        return samples.duration[i];
    }

    public int end(int i) {
        return samples.start[i] + samples.duration[i];
    }

    public double value(int i) {
        return samples.value[i];
    }

    public Source source(int i) {
        return sources.get(samples.source[i]);
    }

    public int sourceIndex(int i) {
        return samples.source[i];
    }

    /** When the platform received it, milliseconds since the epoch. */
    public long receivedAt(int i) {
        return receivedAt[samples.received[i]];
    }

    /** The sources that occur, in the order of their indexes. */
    public List<Source> sources() {
        return sources;
    }

    public boolean startsInThisHour(int i) {
        return samples.start[i] >= 0 && samples.start[i] < ChunkKey.HOUR_MILLIS;
    }

    /** How many samples start in this hour; adding it up over hours counts every sample once. */
    public int startingInThisHour() {
        int count = 0;
        for (int i = 0; i < samples.size; i++) {
            if (startsInThisHour(i)) {
                count++;
            }
        }
        return count;
    }

    boolean stages() {
        return stages;
    }

    long[] receivedTable() {
        return receivedAt;
    }

    SampleColumns samples() {
        return samples;
    }

    /** What merging did, counting each sample in the hour it starts in. */
    public record Merged(HourChunk chunk, int added, int repeated) {}

    /** This chunk and the other's samples. {@code repeated} counts those of the other that were here already. */
    public Merged merge(HourChunk other) {
        if (samples.size == 0) {
            return new Merged(other, other.startingInThisHour(), 0);
        }
        List<Source> union = union(sources, other.sources);
        long[] times = union(receivedAt, other.receivedAt);
        Merge merge = new Merge(this, other, union, times);
        return merge.run();
    }

    private static List<Source> union(List<Source> one, List<Source> two) {
        if (one.equals(two)) {
            return one;
        }
        TreeSet<Source> sorted = new TreeSet<>(SOURCE_ORDER);
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

    /** One pass over two sorted chunks. */
    private static final class Merge {
        private final HourChunk left;
        private final HourChunk right;
        private final List<Source> sources;
        private final long[] times;
        private final int[] leftSource;
        private final int[] rightSource;
        private final SampleColumns out;
        private int added;
        private int repeated;

        Merge(HourChunk left, HourChunk right, List<Source> sources, long[] times) {
            this.left = left;
            this.right = right;
            this.sources = sources;
            this.times = times;
            this.leftSource = indexes(left.sources, sources);
            this.rightSource = indexes(right.sources, sources);
            this.out = new SampleColumns(left.size() + right.size());
        }

        Merged run() {
            int l = 0;
            int r = 0;
            while (l < left.size() || r < right.size()) {
                int order = l == left.size() ? 1 : r == right.size() ? -1 : compare(l, r);
                if (order < 0) {
                    take(left, l++, leftSource);
                } else if (order > 0) {
                    count(right, r, true);
                    take(right, r++, rightSource);
                } else {
                    count(right, r, false);
                    if (later(l, r)) {
                        take(right, r, rightSource);
                    } else {
                        take(left, l, leftSource);
                    }
                    l++;
                    r++;
                }
            }
            return new Merged(onlyTimesInUse(), added, repeated);
        }

        private int compare(int l, int r) {
            int order = Integer.compare(left.start(l), right.start(r));
            if (order == 0) {
                order = Integer.compare(left.duration(l), right.duration(r));
            }
            if (order == 0) {
                order = Integer.compare(leftSource[left.samples.source[l]], rightSource[right.samples.source[r]]);
            }
            return order == 0 && left.stages ? Double.compare(left.value(l), right.value(r)) : order;
        }

        private boolean later(int l, int r) {
            int order = Long.compare(right.receivedAt(r), left.receivedAt(l));
            return order == 0 ? right.value(r) > left.value(l) : order > 0;
        }

        private void count(HourChunk chunk, int i, boolean isNew) {
            if (chunk.startsInThisHour(i)) {
                if (isNew) {
                    added++;
                } else {
                    repeated++;
                }
            }
        }

        private void take(HourChunk from, int i, int[] sourceIndex) {
            int received = Arrays.binarySearch(times, from.receivedAt(i));
            out.add(from.start(i), from.duration(i), from.value(i), sourceIndex[from.samples.source[i]], received);
        }

        /** Drops receipt times whose samples were all superseded, so that equal sets of samples make equal chunks. */
        private HourChunk onlyTimesInUse() {
            int[] place = new int[times.length];
            for (int i = 0; i < out.size; i++) {
                place[out.received[i]] = 1;
            }
            int used = 0;
            long[] kept = new long[times.length];
            for (int i = 0; i < times.length; i++) {
                if (place[i] == 1) {
                    kept[used] = times[i];
                    place[i] = used++;
                }
            }
            for (int i = 0; i < out.size; i++) {
                out.received[i] = place[out.received[i]];
            }
            return new HourChunk(left.stages, sources, Arrays.copyOf(kept, used), out);
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
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof HourChunk other
                && sources.equals(other.sources)
                && Arrays.equals(receivedAt, other.receivedAt)
                && sameColumns(samples, other.samples);
    }

    private static boolean sameColumns(SampleColumns one, SampleColumns two) {
        int n = one.size;
        return n == two.size
                && Arrays.equals(one.start, 0, n, two.start, 0, n)
                && Arrays.equals(one.duration, 0, n, two.duration, 0, n)
                && Arrays.equals(one.value, 0, n, two.value, 0, n)
                && Arrays.equals(one.source, 0, n, two.source, 0, n)
                && Arrays.equals(one.received, 0, n, two.received, 0, n);
    }

    @Override
    public int hashCode() {
        return 31 * sources.hashCode() + Arrays.hashCode(receivedAt) + samples.size;
    }

    /** Sizes only: samples are health data. */
    @Override
    public String toString() {
        return "HourChunk[" + samples.size + " samples of " + sources.size() + " sources]";
    }
}

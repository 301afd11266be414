package health.cloudcare.wearables.chunk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.reading.Original;
import health.cloudcare.wearables.reading.Source;

/**
 * All samples of one patient and metric that touch one hour, by column, sorted by start, length and source. A sample
 * that lasts beyond the hour stands, whole, in every hour it touches, so that what an hour adds up to is a function of
 * its chunk alone.
 *
 * <p>A chunk is a function of the set of samples put into it: of samples that agree in source, start and end the one
 * received last stays, of those received together the one with the larger value (and the larger original). Where the value is a stage (sleep) it
 * tells samples apart as well: in bed and asleep may begin and end together. Merging is commutative, associative and
 * idempotent. Immutable; the accessors by index are for the loops over samples.
 */
public final class HourChunk {
    public static final HourChunk EMPTY = new HourChunk(false, List.of(), new long[0], new SampleColumns(0));

    static final Comparator<Source> SOURCE_ORDER =
            Comparator.comparing(Source::deviceId).thenComparing(Source::name);

    /** A sample that came in the metric's unit goes behind one that did not. */
    static final Comparator<@Nullable Original> BY_ORIGINAL = Comparator.nullsFirst(Original.ORDER);

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

    /** What the source wrote where that was in another unit than the metric's. */
    public @Nullable Original original(int i) {
        return samples.original(i);
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

    /** @param added samples that are new, each counted in the hour it starts in */
    public record Merged(HourChunk chunk, int added) {}

    /** This chunk and the other's samples. */
    public Merged merge(HourChunk other) {
        if (samples.size == 0) {
            return new Merged(other, other.startingInThisHour());
        }
        return new ChunkMerge(this, other).run();
    }

    @Override
    public boolean equals(@Nullable Object object) {
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
                && Arrays.equals(one.received, 0, n, two.received, 0, n)
                && Objects.equals(one.originals, two.originals);
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

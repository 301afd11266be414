package health.cloudcare.wearables.chunk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;

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
 * tells samples apart as well: in bed and asleep may begin and end together. So does the record of its source that a sample is
 * a part of, as records are replaced and taken back one by one. Merging is commutative, associative and idempotent.
 * Immutable; the accessors by index are for the loops over samples.
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

    /** Number of the record that the sample is a part of ({@link RecordNumber}), 0 for none. */
    public long record(int i) {
        return samples.record(i);
    }

    /** Whether any sample is a part of a record. */
    public boolean hasRecords() {
        return samples.record != null;
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

    /** This chunk without some of its samples; the same object when all are kept. */
    public HourChunk keep(IntPredicate kept) {
        SampleColumns left = new SampleColumns(samples.size);
        for (int i = 0; i < samples.size; i++) {
            if (kept.test(i)) {
                left.add(samples, i, samples.source[i], samples.received[i]);
            }
        }
        if (left.size == samples.size) {
            return this;
        }
        return left.size == 0 ? EMPTY : new ChunkParts(stages, sources, receivedAt, left).chunk();
    }

    /**
     * What counts: where several records of a source hold one and the same sample, the one received last, of those received
     * together the one with the larger value.
     */
    public HourChunk counted() {
        return samples.record == null ? this : keep(this::counts);
    }

    private boolean counts(int i) {
        int first = i;
        while (first > 0 && sameSample(first - 1, i)) {
            first--;
        }
        int best = first;
        for (int j = first + 1; j < samples.size && sameSample(j, i); j++) {
            if (receivedAt(j) > receivedAt(best) || receivedAt(j) == receivedAt(best) && value(j) > value(best)) {
                best = j;
            }
        }
        return best == i;
    }

    private boolean sameSample(int i, int j) {
        return samples.start[i] == samples.start[j]
                && samples.duration[i] == samples.duration[j]
                && samples.source[i] == samples.source[j]
                && (!stages || samples.value[i] == samples.value[j]);
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
                && Objects.equals(one.originals, two.originals)
                && sameRecords(one, two);
    }

    private static boolean sameRecords(SampleColumns one, SampleColumns two) {
        for (int i = 0; i < one.size && (one.record != null || two.record != null); i++) {
            if (one.record(i) != two.record(i)) {
                return false;
            }
        }
        return true;
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

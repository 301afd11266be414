package health.cloudcare.wearables.chunk;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.Aggregation;
import health.cloudcare.wearables.reading.Original;
import health.cloudcare.wearables.reading.Source;

/**
 * Collects the samples of one source and one receipt for one hour, usually already in order, and makes a chunk of them.
 */
public final class HourChunkBuilder {
    private final long hourStart;
    private final boolean stages;
    private final Source source;
    private final long receivedAt;
    private final SampleColumns samples = new SampleColumns(32);
    private boolean sorted = true;

    public HourChunkBuilder(ChunkKey key, Source source, long receivedAt) {
        this.hourStart = key.startMillis();
        this.stages = key.metric().aggregation() == Aggregation.SLEEP;
        this.source = source;
        this.receivedAt = receivedAt;
    }

    /** @param durationMillis at most 48 hours, as every reading's */
    public HourChunkBuilder add(long startMillis, long durationMillis, double value) {
        int start = Math.toIntExact(startMillis - hourStart);
        int duration = Math.toIntExact(durationMillis);
        int last = samples.size - 1;
        if (last >= 0
                && (samples.start[last] > start
                        || samples.start[last] == start && samples.duration[last] >= duration)) {
            sorted = false;
        }
        samples.add(start, duration, value, 0, 0);
        return this;
    }

    /** With what the source wrote, where that was in another unit. */
    public HourChunkBuilder add(long startMillis, long durationMillis, double value, @Nullable Original original) {
        return add(startMillis, durationMillis, value, original, 0);
    }

    /** @param record of which it is a part ({@link RecordNumber}), or 0 */
    public HourChunkBuilder add(
            long startMillis, long durationMillis, double value, @Nullable Original original, long record) {
        add(startMillis, durationMillis, value);
        samples.remember(original);
        samples.partOf(record);
        return this;
    }

    public HourChunk build() {
        return new HourChunk(stages, List.of(source), new long[] {receivedAt}, sorted ? samples : sortedAndDistinct());
    }

    private SampleColumns sortedAndDistinct() {
        List<Integer> order = new ArrayList<>(samples.size);
        for (int i = 0; i < samples.size; i++) {
            order.add(i);
        }
        order.sort((a, b) -> {
            int byStart = Integer.compare(samples.start[a], samples.start[b]);
            int byLength = byStart != 0 ? byStart : Integer.compare(samples.duration[a], samples.duration[b]);
            int byValue = Double.compare(samples.value[a], samples.value[b]);
            int byOriginal =
                    byValue != 0 ? byValue : HourChunk.BY_ORIGINAL.compare(samples.original(a), samples.original(b));
            int byStage = byLength == 0 && stages ? byValue : byLength;
            int byRecord = byStage != 0 ? byStage : Long.compare(samples.record(a), samples.record(b));
            // of two values of one sample the larger comes first and stays
            return byRecord != 0 ? byRecord : -byOriginal;
        });
        SampleColumns distinct = new SampleColumns(samples.size);
        for (int i : order) {
            int last = distinct.size - 1;
            boolean same = last >= 0
                    && distinct.start[last] == samples.start[i]
                    && distinct.duration[last] == samples.duration[i]
                    && (!stages || distinct.value[last] == samples.value[i])
                    && distinct.record(last) == samples.record(i);
            if (!same) {
                distinct.add(samples, i, 0, 0);
            }
        }
        return distinct;
    }
}

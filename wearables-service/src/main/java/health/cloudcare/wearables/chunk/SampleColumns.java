package health.cloudcare.wearables.chunk;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.reading.Original;

/** Growing columns of samples; the builder of {@link HourChunk}. */
final class SampleColumns {
    int[] start;
    int[] duration;
    double[] value;
    int[] source;
    int[] received;
    int size;

    /** Null as long as every sample came in its metric's unit. */
    @Nullable
    Originals originals;

    /** Numbers of the records that the samples are a part of, 0 for none; null as long as no sample is a part of any. */
    long @Nullable [] record;

    SampleColumns(int capacity) {
        start = new int[capacity];
        duration = new int[capacity];
        value = new double[capacity];
        source = new int[capacity];
        received = new int[capacity];
    }

    void add(int start, int duration, double value, int source, int received) {
        if (size == this.start.length) {
            grow();
        }
        this.start[size] = start;
        this.duration[size] = duration;
        this.value[size] = value;
        this.source[size] = source;
        this.received[size] = received;
        size++;
    }

    /** That sample of the other's, of the same time and value and with what its source wrote. */
    void add(SampleColumns from, int i, int source, int received) {
        add(from.start[i], from.duration[i], from.value[i], source, received);
        remember(from.original(i));
        partOf(from.record(i));
    }

    /** What the source wrote of the sample added last. */
    void remember(@Nullable Original original) {
        if (original != null) {
            if (originals == null) {
                originals = new Originals();
            }
            originals.put(size - 1, original);
        }
    }

    /** The record that the sample added last is a part of, or 0. */
    void partOf(long number) {
        if (number != 0) {
            if (record == null) {
                record = new long[start.length];
            }
            record[size - 1] = number;
        }
    }

    long record(int i) {
        return record == null ? 0 : record[i];
    }

    @Nullable
    Original original(int i) {
        return originals == null ? null : originals.get(i);
    }

    private void grow() {
        int capacity = Math.max(16, size * 2);
        start = Arrays.copyOf(start, capacity);
        duration = Arrays.copyOf(duration, capacity);
        value = Arrays.copyOf(value, capacity);
        source = Arrays.copyOf(source, capacity);
        received = Arrays.copyOf(received, capacity);
        record = record == null ? null : Arrays.copyOf(record, capacity);
    }
}

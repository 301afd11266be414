package health.cloudcare.wearables.chunk;

import java.util.Arrays;

/** Growing columns of samples; the builder of {@link HourChunk}. */
final class SampleColumns {
    int[] start;
    int[] duration;
    double[] value;
    int[] source;
    int[] received;
    int size;

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

    private void grow() {
        int capacity = Math.max(16, size * 2);
        start = Arrays.copyOf(start, capacity);
        duration = Arrays.copyOf(duration, capacity);
        value = Arrays.copyOf(value, capacity);
        source = Arrays.copyOf(source, capacity);
        received = Arrays.copyOf(received, capacity);
    }
}

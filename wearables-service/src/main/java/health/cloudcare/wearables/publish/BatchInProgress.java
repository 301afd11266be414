package health.cloudcare.wearables.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Original;
import health.cloudcare.wearables.reading.Reading;
import health.cloudcare.wearables.reading.Source;

/** One record of the readings topic as it fills. */
final class BatchInProgress {

    /** Of the 5,000 that the topic allows; larger ones compress no better and are slower to repeat. */
    static final int CAPACITY = 2_000;

    /** Of names of sources and records: more than batches usually have, and with the readings within the broker's megabyte. */
    static final int MOST_NAME_BYTES = 400_000;

    /** Of one character in UTF-8, at most; and what surrounds the names of one series. */
    private static final int CHARACTER_BYTES = 3;

    private static final int SERIES_BYTES = 100;

    private record SeriesKey(
            MetricType metric, Source source, @Nullable String originalUnit) {}

    private final Map<SeriesKey, SeriesColumns> series = new LinkedHashMap<>();
    private int size;
    private int nameBytes;

    void add(Reading reading) {
        Original original = reading.original();
        series.computeIfAbsent(
                        new SeriesKey(reading.metric(), reading.source(), original == null ? null : original.unit()),
                        key -> opened(key, reading.startMillis()))
                .add(reading);
        String record = reading.recordId();
        nameBytes += record == null ? 0 : CHARACTER_BYTES * record.length();
        size++;
    }

    private SeriesColumns opened(SeriesKey key, long baseMillis) {
        Source source = key.source();
        nameBytes += SERIES_BYTES
                + CHARACTER_BYTES * (source.name().length() + source.deviceId().length());
        return new SeriesColumns(key.metric(), source, baseMillis);
    }

    int size() {
        return size;
    }

    boolean full() {
        return size >= CAPACITY || nameBytes >= MOST_NAME_BYTES;
    }

    ReadingBatch build(UUID patientId, UUID syncId, int sequence, boolean last, long receivedAtMillis) {
        ReadingBatch.Builder batch = ReadingBatch.newBuilder()
                .setPatientId(patientId.toString())
                .setSyncId(syncId.toString())
                .setSequence(sequence)
                .setLast(last)
                .setReceivedAtMs(receivedAtMillis);
        series.values().forEach(columns -> batch.addSeries(columns.build()));
        return batch.build();
    }
}

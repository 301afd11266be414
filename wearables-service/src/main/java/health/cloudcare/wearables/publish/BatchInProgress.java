package health.cloudcare.wearables.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Reading;
import health.cloudcare.wearables.reading.Source;

/** One record of the readings topic as it fills. */
final class BatchInProgress {

    /** Of the 5,000 that the topic allows; larger ones compress no better and are slower to repeat. */
    static final int CAPACITY = 2_000;

    private record SeriesKey(MetricType metric, Source source) {}

    private final Map<SeriesKey, SeriesColumns> series = new LinkedHashMap<>();
    private int size;

    void add(Reading reading) {
        series.computeIfAbsent(
                        new SeriesKey(reading.metric(), reading.source()),
                        key -> new SeriesColumns(key.metric(), key.source(), reading.startMillis()))
                .add(reading);
        size++;
    }

    int size() {
        return size;
    }

    boolean full() {
        return size >= CAPACITY;
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

package health.cloudcare.benchmarks.readings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.contracts.readings.Series;

/**
 * What a phone sends at a time, cut into records of the readings topic as the wearables service cuts it: up to 2,000
 * readings in the order they came, by column within a record.
 */
public record Upload(UUID patientId, UUID syncId, List<Reading> readings) {
    private static final int READINGS_PER_RECORD = 2_000;

    public List<ReadingBatch> records(long receivedAtMillis) {
        List<ReadingBatch> records = new ArrayList<>();
        for (int from = 0; from < readings.size(); from += READINGS_PER_RECORD) {
            int to = Math.min(from + READINGS_PER_RECORD, readings.size());
            records.add(record(records.size(), readings.subList(from, to), to == readings.size(), receivedAtMillis));
        }
        return records;
    }

    private ReadingBatch record(int sequence, List<Reading> some, boolean last, long receivedAtMillis) {
        Map<Column, List<Reading>> columns = new LinkedHashMap<>();
        for (Reading reading : some) {
            columns.computeIfAbsent(new Column(reading.metric(), reading.device()), any -> new ArrayList<>())
                    .add(reading);
        }
        ReadingBatch.Builder batch = ReadingBatch.newBuilder()
                .setPatientId(patientId.toString())
                .setSyncId(syncId.toString())
                .setSequence(sequence)
                .setLast(last)
                .setReceivedAtMs(receivedAtMillis);
        columns.forEach((column, own) -> batch.addSeries(series(column, own)));
        return batch.build();
    }

    private record Column(String metric, Device device) {}

    private static Series series(Column column, List<Reading> readings) {
        long before = readings.getFirst().startMillis();
        boolean lasting = readings.stream().anyMatch(reading -> reading.durationMillis() > 0);
        Series.Builder series = Series.newBuilder()
                .setMetric(column.metric())
                .setSource(column.device().source())
                .setBaseMs(before);
        for (Reading reading : readings) {
            series.addStartDeltaMs(reading.startMillis() - before).addValue(reading.value());
            if (lasting) {
                series.addDurationMs(reading.durationMillis());
            }
            before = reading.startMillis();
        }
        return series.build();
    }
}

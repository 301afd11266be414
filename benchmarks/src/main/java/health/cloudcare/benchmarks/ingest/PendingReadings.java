package health.cloudcare.benchmarks.ingest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

import health.cloudcare.benchmarks.readings.Records;
import health.cloudcare.contracts.readings.ReadingBatch;

/** Decoded readings by column; patients as places in an array, from 1: small on the wire and cheap to group by. */
final class PendingReadings {
    private final ToIntFunction<String> newMetric;
    private final Map<String, Integer> metricIds = new HashMap<>();
    private final Map<String, Integer> patients = new LinkedHashMap<>();
    private final Map<Integer, Long> offsets = new HashMap<>();
    private int[] patient;
    private int[] metric;
    private int[] kind;
    private long[] start;
    private int[] duration;
    private double[] value;
    private int size;

    /** @param newMetric gives a metric that is seen for the first time its number */
    PendingReadings(int capacity, ToIntFunction<String> newMetric) {
        this.newMetric = newMetric;
        patient = new int[capacity];
        metric = new int[capacity];
        kind = new int[capacity];
        start = new long[capacity];
        duration = new int[capacity];
        value = new double[capacity];
    }

    void add(int partition, long offset, ReadingBatch batch) {
        int who = patients.computeIfAbsent(batch.getPatientId(), any -> patients.size() + 1);
        Records.visit(batch, (series, at, lasts, amount) -> {
            if (size == patient.length) {
                grow();
            }
            patient[size] = who;
            metric[size] = metricIds.computeIfAbsent(series.getMetric(), newMetric::applyAsInt);
            kind[size] = series.getSource().getKindValue();
            start[size] = at;
            duration[size] = Math.toIntExact(lasts);
            value[size] = amount;
            size++;
        });
        offsets.put(partition, offset);
    }

    private void grow() {
        int capacity = size * 2;
        patient = Arrays.copyOf(patient, capacity);
        metric = Arrays.copyOf(metric, capacity);
        kind = Arrays.copyOf(kind, capacity);
        start = Arrays.copyOf(start, capacity);
        duration = Arrays.copyOf(duration, capacity);
        value = Arrays.copyOf(value, capacity);
    }

    int size() {
        return size;
    }

    /** Partition to the offset of its last record. */
    Map<Integer, Long> offsets() {
        return offsets;
    }

    String[] patients() {
        return patients.keySet().toArray(String[]::new);
    }

    int[] patientColumn() {
        return Arrays.copyOf(patient, size);
    }

    int[] metricColumn() {
        return Arrays.copyOf(metric, size);
    }

    int[] kindColumn() {
        return Arrays.copyOf(kind, size);
    }

    long[] startColumn() {
        return Arrays.copyOf(start, size);
    }

    int[] durationColumn() {
        return Arrays.copyOf(duration, size);
    }

    double[] valueColumn() {
        return Arrays.copyOf(value, size);
    }

    void clear() {
        size = 0;
        patients.clear();
        offsets.clear();
    }
}

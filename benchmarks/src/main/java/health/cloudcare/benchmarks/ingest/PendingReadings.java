package health.cloudcare.benchmarks.ingest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import health.cloudcare.benchmarks.readings.Records;
import health.cloudcare.contracts.readings.ReadingBatch;

/** Decoded readings by column, patients and metrics as 1-based places in arrays: small on the wire, cheap to group by. */
final class PendingReadings {
    private static final long SLOT_MILLIS = 900_000;

    private final Map<String, Integer> patients = new LinkedHashMap<>();
    private final Map<String, Integer> metrics = new LinkedHashMap<>();
    private final Map<Integer, Long> offsets = new HashMap<>();
    private int[] patient;
    private int[] metric;
    private int[] slot;
    private double[] value;
    private int size;

    PendingReadings(int capacity) {
        patient = new int[capacity];
        metric = new int[capacity];
        slot = new int[capacity];
        value = new double[capacity];
    }

    void add(int partition, long offset, ReadingBatch batch) {
        int who = place(patients, batch.getPatientId());
        Records.visit(batch, (series, start, duration, amount) -> {
            if (size == patient.length) {
                grow();
            }
            patient[size] = who;
            metric[size] = place(metrics, series.getMetric());
            slot[size] = (int) Math.floorDiv(start, SLOT_MILLIS);
            value[size] = amount;
            size++;
        });
        offsets.put(partition, offset);
    }

    private static int place(Map<String, Integer> places, String name) {
        return places.computeIfAbsent(name, any -> places.size() + 1);
    }

    private void grow() {
        int capacity = size * 2;
        patient = Arrays.copyOf(patient, capacity);
        metric = Arrays.copyOf(metric, capacity);
        slot = Arrays.copyOf(slot, capacity);
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

    String[] metrics() {
        return metrics.keySet().toArray(String[]::new);
    }

    int[] patientColumn() {
        return Arrays.copyOf(patient, size);
    }

    int[] metricColumn() {
        return Arrays.copyOf(metric, size);
    }

    int[] slotColumn() {
        return Arrays.copyOf(slot, size);
    }

    double[] valueColumn() {
        return Arrays.copyOf(value, size);
    }

    void clear() {
        size = 0;
        patients.clear();
        metrics.clear();
        offsets.clear();
    }
}

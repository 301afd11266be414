package health.cloudcare.wearables.ingest;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.contracts.readings.Series;

/**
 * What has become of one upload's readings. Written before the chunks and counted once per record: {@code through} is the
 * offset of the last record counted, so that a record that is merged again after a crash is not counted as a duplicate of
 * itself. That the upload is complete is written after the aggregates: who reads that finds them. What a deletion removed is
 * counted by slice of days, as most that any run of it found there.
 */
final class SyncOutcome {
    private final String patientId;
    private long through;
    private long processed;
    private long stored;
    private boolean completed;
    private String deviceId = "";
    private final TreeSet<String> metrics = new TreeSet<>();
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private final TreeMap<Long, Integer> removed = new TreeMap<>();
    private boolean deletes;

    SyncOutcome(String patientId) {
        this.patientId = patientId;
        this.through = -1;
    }

    SyncOutcome(String patientId, BsonDocument document) {
        this.patientId = patientId;
        through = number(document, "through", -1);
        processed = number(document, "processed", 0);
        stored = number(document, "stored", 0);
        deviceId = document.getString("device", new BsonString("")).getValue();
        document.getArray("metrics", new BsonArray())
                .forEach(code -> metrics.add(code.asString().getValue()));
        from = number(document, "from", from);
        to = number(document, "to", to);
        document.getDocument("removed", new BsonDocument())
                .forEach((slice, count) ->
                        removed.put(Long.valueOf(slice), count.asNumber().intValue()));
    }

    /** @param added how many of the record's readings were not in the chunks before */
    void count(IncomingBatch incoming, int added) {
        ReadingBatch batch = incoming.readings();
        completed |= batch.getLast();
        deletes |= incoming.sweeps();
        if (incoming.offset() <= through) {
            return;
        }
        through = incoming.offset();
        stored += added;
        for (Series series : batch.getSeriesList()) {
            processed += series.getStartDeltaMsCount();
            metrics.add(series.getMetric());
            deviceId = deviceId.isEmpty() ? series.getSource().getDeviceId() : deviceId;
            long start = series.getBaseMs();
            for (int i = 0; i < series.getStartDeltaMsCount(); i++) {
                start += series.getStartDeltaMs(i);
                from = Math.min(from, start);
                to = Math.max(to, start);
            }
        }
    }

    /** So many readings were taken out of a slice of days. */
    void removed(long slice, int count) {
        removed.merge(slice, count, Math::max);
    }

    /** Whether it brings nothing and takes something back. */
    boolean deletesOnly() {
        return deletes && processed == 0;
    }

    String patientId() {
        return patientId;
    }

    long stored() {
        return stored;
    }

    long duplicates() {
        return processed - stored;
    }

    /** Whether a record of this poll ends the upload. */
    boolean completed() {
        return completed;
    }

    String deviceId() {
        return deviceId;
    }

    List<String> metrics() {
        return List.copyOf(metrics);
    }

    boolean hasReadings() {
        return from <= to;
    }

    long fromMillis() {
        return from;
    }

    long toMillis() {
        return to;
    }

    BsonDocument fields(long nowMillis) {
        BsonDocument fields = new BsonDocument("through", new BsonInt64(through))
                .append("processed", new BsonInt64(processed))
                .append("stored", new BsonInt64(stored))
                .append("duplicates", new BsonInt64(duplicates()))
                .append("outcome_at", new BsonDateTime(nowMillis))
                .append("device", new BsonString(deviceId))
                .append(
                        "metrics",
                        new BsonArray(metrics.stream().map(BsonString::new).toList()));
        if (!removed.isEmpty()) {
            BsonDocument bySlice = new BsonDocument();
            removed.forEach((slice, count) -> bySlice.append(Long.toString(slice), new BsonInt32(count)));
            fields.append("removed", bySlice);
        }
        return hasReadings() ? fields.append("from", new BsonInt64(from)).append("to", new BsonInt64(to)) : fields;
    }

    private static long number(BsonDocument document, String field, long absent) {
        BsonValue value = document.get(field);
        return value == null ? absent : value.asNumber().longValue();
    }
}

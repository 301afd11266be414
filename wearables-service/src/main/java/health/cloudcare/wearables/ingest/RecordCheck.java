package health.cloudcare.wearables.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.google.protobuf.InvalidProtocolBufferException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.readings.Deletion;
import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.contracts.readings.Series;
import health.cloudcare.wearables.metric.Aggregation;
import health.cloudcare.wearables.metric.MetricType;

/**
 * Whether a record of the readings topic can be merged. Our own uploads are checked reading by reading before they are
 * published; this protects the aggregates from other producers.
 */
@ApplicationScoped
class RecordCheck {
    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    private static final long LONGEST = Duration.ofHours(48).toMillis();
    private static final int LAST_SLEEP_STAGE = 5;
    private static final int LONGEST_UNIT = 32;
    private static final int LONGEST_RECORD_ID = 200;
    private static final int MOST_DELETIONS = 1_000;

    private final Clock clock;

    RecordCheck(Clock clock) {
        this.clock = clock;
    }

    /** @throws PoisonRecordException when it cannot */
    ReadingBatch check(ConsumerRecord<String, byte[]> record) {
        ReadingBatch batch = parse(record.value());
        requireUuid(batch.getPatientId(), "patient_id");
        requireUuid(batch.getSyncId(), "sync_id");
        if (!batch.getPatientId().equals(record.key())) {
            throw new PoisonRecordException("the record's key is not its patient_id");
        }
        long latest = clock.millis() + Duration.ofHours(24).toMillis();
        for (Series series : batch.getSeriesList()) {
            check(series, latest);
        }
        checkDeletions(batch);
        return batch;
    }

    private static ReadingBatch parse(byte @Nullable [] value) {
        if (value == null) {
            throw new PoisonRecordException("no value");
        }
        try {
            return ReadingBatch.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new PoisonRecordException("not a ReadingBatch");
        }
    }

    private static void requireUuid(String text, String field) {
        try {
            if (UUID.fromString(text).toString().equals(text)) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new PoisonRecordException(field + " is not a UUID in lower case");
    }

    private static void checkDeletions(ReadingBatch batch) {
        if (batch.getDeletionsCount() > MOST_DELETIONS
                || batch.getDeletedRecordIdCount() > MOST_DELETIONS
                || batch.getRecomputedDayCount() > MOST_DELETIONS) {
            throw new PoisonRecordException("more deletions than a record may hold");
        }
        for (Deletion deletion : batch.getDeletionsList()) {
            if (deletion.getFromMs() >= deletion.getToMs()) {
                throw new PoisonRecordException("a deletion of no time");
            }
            if (!deletion.getMetric().isEmpty()
                    && MetricType.ofCode(deletion.getMetric()).isEmpty()) {
                throw new PoisonRecordException("a metric that is not in the vocabulary");
            }
        }
        if (batch.getDeletedRecordIdList().stream().anyMatch(id -> id.isEmpty() || id.length() > LONGEST_RECORD_ID)) {
            throw new PoisonRecordException("an id of a record that is none");
        }
    }

    private static void checkRecords(Series series, int count) {
        int records = series.getRecordIdCount();
        if (records != 0 && records != count
                || series.getRecordIdList().stream().anyMatch(id -> id.length() > LONGEST_RECORD_ID)) {
            throw new PoisonRecordException("ids of records that are too long, or not of every reading");
        }
    }

    private static void checkOriginals(Series series, int count) {
        int originals = series.getOriginalValueCount();
        int unit = series.getOriginalUnit().length();
        if (originals != (unit == 0 ? 0 : count) || unit > LONGEST_UNIT) {
            throw new PoisonRecordException("originals without a unit, or not of every reading");
        }
        for (int i = 0; i < originals; i++) {
            if (!Double.isFinite(series.getOriginalValue(i))) {
                throw new PoisonRecordException("an original that is not a number");
            }
        }
    }

    private static void check(Series series, long latest) {
        MetricType metric = MetricType.ofCode(series.getMetric())
                .orElseThrow(() -> new PoisonRecordException("a metric that is not in the vocabulary"));
        int count = series.getStartDeltaMsCount();
        boolean instants = series.getDurationMsCount() == 0;
        if (series.getValueCount() != count || !instants && series.getDurationMsCount() != count) {
            throw new PoisonRecordException("columns of different lengths");
        }
        checkOriginals(series, count);
        checkRecords(series, count);
        boolean sleep = metric.aggregation() == Aggregation.SLEEP;
        long start = series.getBaseMs();
        for (int i = 0; i < count; i++) {
            start += series.getStartDeltaMs(i);
            long duration = instants ? 0 : series.getDurationMs(i);
            if (start < EARLIEST || start > latest || duration < 0 || duration > LONGEST) {
                throw new PoisonRecordException("a time out of range");
            }
            double value = series.getValue(i);
            if (!Double.isFinite(value)) {
                throw new PoisonRecordException("a value that is not a number");
            }
            if (sleep && (value != Math.rint(value) || value < 0 || value > LAST_SLEEP_STAGE)) {
                throw new PoisonRecordException("a sleep stage that does not exist");
            }
        }
    }
}

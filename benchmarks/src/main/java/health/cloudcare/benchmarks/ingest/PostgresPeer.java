package health.cloudcare.benchmarks.ingest;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import health.cloudcare.benchmarks.readings.Oracle;
import health.cloudcare.benchmarks.readings.ReadingsTopic;
import health.cloudcare.benchmarks.readings.Records;
import health.cloudcare.benchmarks.stack.Backing;

/**
 * Quarter-hour aggregates by one set-based statement per 40,000 readings, in a transaction with the offsets reached.
 * Overlapping sources are added up, not merged, so it has less to do than the wearables service.
 */
final class PostgresPeer implements AutoCloseable {
    private static final int BATCH = 40_000;
    private static final String SCHEMA = """
            CREATE TABLE metrics (id smallserial PRIMARY KEY, code text NOT NULL UNIQUE);
            CREATE TABLE slots (patient_id uuid, metric smallint, slot timestamptz, count bigint,
                sum float8, min float8, max float8, PRIMARY KEY (patient_id, metric, slot));
            CREATE TABLE readings (patient_id uuid, metric smallint, kind smallint, start timestamptz,
                duration int, value float8, PRIMARY KEY (patient_id, metric, kind, start));
            CREATE TABLE reached (partition int PRIMARY KEY, next bigint)""";
    private static final String COLUMNS = "unnest(?::int[], ?::int[], ?::int[], ?::int8[], ?::int[], ?::float8[])"
            + " AS r (patient, metric, kind, start, duration, value)";
    private static final String AGGREGATE = """
            INSERT INTO slots AS stored (patient_id, metric, slot, count, sum, min, max)
            SELECT (?::uuid[])[r.patient], r.metric, to_timestamp(r.start / 900000 * 900),
                   count(*), sum(r.value), min(r.value), max(r.value)
            FROM %s GROUP BY r.patient, r.metric, r.start / 900000
            """.formatted(COLUMNS);
    private static final String DEDUPLICATE = """
            WITH added AS (
                INSERT INTO readings (patient_id, metric, kind, start, duration, value)
                SELECT (?::uuid[])[r.patient], r.metric, r.kind, to_timestamp(r.start / 1000.0), r.duration, r.value
                FROM %s ON CONFLICT DO NOTHING RETURNING patient_id, metric, start, value)
            INSERT INTO slots AS stored (patient_id, metric, slot, count, sum, min, max)
            SELECT patient_id, metric, date_bin('15 minutes', start, 'epoch'), count(*), sum(value), min(value), max(value)
            FROM added GROUP BY 1, 2, 3
            """.formatted(COLUMNS);
    private static final String UPSERT = """
            ON CONFLICT (patient_id, metric, slot) DO UPDATE SET
                count = stored.count + excluded.count,
                sum = stored.sum + excluded.sum,
                min = least(stored.min, excluded.min),
                max = greatest(stored.max, excluded.max)""";
    private static final String ADVANCE = """
            INSERT INTO reached (partition, next) VALUES (?, ?)
            ON CONFLICT (partition) DO UPDATE SET next = excluded.next""";

    private final Connection connection;
    private final PreparedStatement store;
    private final PreparedStatement advance;
    private final PreparedStatement metric;
    private final PendingReadings pending;

    /** What is left of a reading. */
    enum Keeps {
        /** Nothing: a repeated reading counts twice. */
        AGGREGATES("ingest-vs-postgresql", "aggregates only", AGGREGATE + UPSERT),
        /** All of it, once, as the wearables service does: a repeated reading changes nothing. */
        READINGS_TOO("ingest-vs-postgresql-with-readings", "readings kept, each once", DEDUPLICATE + UPSERT);

        private final String figure;
        private final String title;
        private final String statement;

        Keeps(String figure, String title, String statement) {
            this.figure = figure;
            this.title = title;
            this.statement = statement;
        }

        String figure() {
            return figure;
        }

        String title() {
            return title;
        }
    }

    PostgresPeer(Backing postgres, Keeps keeps) throws SQLException {
        URI server = URI.create(postgres.variable("CLOUDCARE_POSTGRES_URL"));
        connection = DriverManager.getConnection(
                "jdbc:postgresql://" + server.getAuthority() + "/patient",
                postgres.variable("CLOUDCARE_POSTGRES_USER"),
                postgres.variable("CLOUDCARE_POSTGRES_PASSWORD"));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
        store = connection.prepareStatement(keeps.statement);
        advance = connection.prepareStatement(ADVANCE);
        metric = connection.prepareStatement("INSERT INTO metrics (code) VALUES (?) RETURNING id");
        pending = new PendingReadings(BATCH + 5_000, this::metricId);
    }

    /** Takes the records between these offsets. */
    void take(ReadingsTopic topic, Map<TopicPartition, Long> from, Map<TopicPartition, Long> until) throws Exception {
        topic.read(from, until, records -> {
            for (ConsumerRecord<String, byte[]> record : records) {
                pending.add(record.partition(), record.offset(), Records.parse(record));
                if (pending.size() >= BATCH) {
                    flush();
                }
            }
            return true;
        });
        flush();
    }

    private void flush() throws SQLException {
        if (pending.size() == 0) {
            return;
        }
        store.setArray(1, connection.createArrayOf("uuid", pending.patients()));
        store.setObject(2, pending.patientColumn());
        store.setObject(3, pending.metricColumn());
        store.setObject(4, pending.kindColumn());
        store.setObject(5, pending.startColumn());
        store.setObject(6, pending.durationColumn());
        store.setObject(7, pending.valueColumn());
        store.executeUpdate();
        for (var offset : pending.offsets().entrySet()) {
            advance.setInt(1, offset.getKey());
            advance.setLong(2, offset.getValue() + 1);
            advance.addBatch();
        }
        advance.executeBatch();
        connection.commit();
        pending.clear();
    }

    private int metricId(String code) {
        try {
            metric.setString(1, code);
            try (ResultSet result = metric.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a metric cannot be registered", e);
        }
    }

    /** What the aggregates come to, in the terms of the oracle; records are not known. */
    Oracle stored() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        SELECT sum(count), sum(count) FILTER (WHERE code = 'heart_rate'),
                               sum(sum) FILTER (WHERE code = 'heart_rate') FROM slots JOIN metrics ON metric = id""")) {
            result.next();
            return new Oracle(result.getLong(1), 0, result.getLong(2), result.getDouble(3));
        }
    }

    /** For the record: that the peer is as durable as the settings say. */
    String durability() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        SELECT 'fsync=' || current_setting('fsync') || ', synchronous_commit='
                               || current_setting('synchronous_commit')""")) {
            result.next();
            return result.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}

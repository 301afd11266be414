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
 * The same quarter-hour aggregates by one set-based upsert per 40,000 readings, in a transaction with the offsets reached.
 * It keeps no readings and cannot tell a repeated one, so it has less to do than the wearables service.
 */
final class PostgresAggregates implements AutoCloseable {
    private static final int BATCH = 40_000;
    private static final String UPSERT = """
            INSERT INTO reading_slots AS stored (patient_id, metric, slot, count, sum, min, max)
            SELECT (?::uuid[])[r.patient], (?::text[])[r.metric], to_timestamp(r.slot * 900),
                   count(*), sum(r.value), min(r.value), max(r.value)
            FROM unnest(?::int[], ?::int[], ?::int[], ?::float8[]) AS r (patient, metric, slot, value)
            GROUP BY r.patient, r.metric, r.slot
            ON CONFLICT (patient_id, metric, slot) DO UPDATE SET
                count = stored.count + excluded.count,
                sum = stored.sum + excluded.sum,
                min = least(stored.min, excluded.min),
                max = greatest(stored.max, excluded.max)""";
    private static final String ADVANCE = """
            INSERT INTO reading_offsets (partition, next) VALUES (?, ?)
            ON CONFLICT (partition) DO UPDATE SET next = excluded.next""";

    private final Connection connection;
    private final PreparedStatement upsert;
    private final PreparedStatement advance;
    private final PendingReadings pending = new PendingReadings(BATCH + 5_000);

    PostgresAggregates(Backing postgres) throws SQLException {
        URI server = URI.create(postgres.variable("CLOUDCARE_POSTGRES_URL"));
        connection = DriverManager.getConnection(
                "jdbc:postgresql://" + server.getAuthority() + "/patient",
                postgres.variable("CLOUDCARE_POSTGRES_USER"),
                postgres.variable("CLOUDCARE_POSTGRES_PASSWORD"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE reading_slots (patient_id uuid, metric text, slot timestamptz, count bigint,
                        sum float8, min float8, max float8, PRIMARY KEY (patient_id, metric, slot))""");
            statement.execute("CREATE TABLE reading_offsets (partition int PRIMARY KEY, next bigint)");
        }
        connection.setAutoCommit(false);
        upsert = connection.prepareStatement(UPSERT);
        advance = connection.prepareStatement(ADVANCE);
    }

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
        upsert.setArray(1, connection.createArrayOf("uuid", pending.patients()));
        upsert.setArray(2, connection.createArrayOf("text", pending.metrics()));
        upsert.setObject(3, pending.patientColumn());
        upsert.setObject(4, pending.metricColumn());
        upsert.setObject(5, pending.slotColumn());
        upsert.setObject(6, pending.valueColumn());
        upsert.executeUpdate();
        for (var offset : pending.offsets().entrySet()) {
            advance.setInt(1, offset.getKey());
            advance.setLong(2, offset.getValue() + 1);
            advance.addBatch();
        }
        advance.executeBatch();
        connection.commit();
        pending.clear();
    }

    /** What the table holds, in the terms of the oracle; records are not known. */
    Oracle stored() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        SELECT sum(count), sum(count) FILTER (WHERE metric = 'heart_rate'),
                               sum(sum) FILTER (WHERE metric = 'heart_rate') FROM reading_slots""")) {
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
        connection.close();
    }
}

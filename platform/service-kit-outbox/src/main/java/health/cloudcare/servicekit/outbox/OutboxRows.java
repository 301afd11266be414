package health.cloudcare.servicekit.outbox;

import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import health.cloudcare.servicekit.event.EventMessage;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The outbox table as the relay sees it. */
@ApplicationScoped
class OutboxRows {

    /**
     * Only the oldest event of each key, so that several relays working side by side cannot overtake each other: while
     * one holds that row, the others see no younger event of the key.
     */
    private static final String OLDEST_OF_EACH_KEY = """
            SELECT id, event_id, type, topic, event_key, occurred_at, correlation_id, data
              FROM outbox o
             WHERE NOT EXISTS (SELECT 1 FROM outbox earlier
                                WHERE earlier.topic = o.topic AND earlier.event_key = o.event_key AND earlier.id < o.id)
             ORDER BY id
             LIMIT 100
               FOR UPDATE SKIP LOCKED
            """;

    private static final String INSERT = """
            INSERT INTO outbox (event_id, type, topic, event_key, occurred_at, correlation_id, data)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """;

    private static final String DELETE = "DELETE FROM outbox WHERE id = ANY ($1)";

    /** A row that is locked by this transaction until it ends. */
    record Locked(long id, EventMessage message) {}

    Uni<Void> insert(SqlConnection transaction, List<EventMessage> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(INSERT)
                        .executeBatch(messages.stream().map(OutboxRows::tuple).toList())
                        .replaceWithVoid();
    }

    Uni<List<Locked>> lockNext(SqlConnection transaction) {
        return transaction.query(OLDEST_OF_EACH_KEY).execute().map(rows -> rows.stream()
                .map(OutboxRows::locked)
                .toList());
    }

    Uni<Void> delete(SqlConnection transaction, List<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(DELETE)
                .execute(Tuple.of(ids.toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static Tuple tuple(EventMessage message) {
        return Tuple.tuple()
                .addUUID(message.id())
                .addString(message.type())
                .addString(message.topic())
                .addString(message.key())
                .addOffsetDateTime(message.time().atOffset(ZoneOffset.UTC))
                .addString(message.correlationId())
                .addString(new String(message.data(), UTF_8));
    }

    private static Locked locked(Row row) {
        EventMessage message = new EventMessage(
                row.getUUID("event_id"),
                row.getString("type"),
                row.getString("topic"),
                row.getString("event_key"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("correlation_id"),
                row.getString("data").getBytes(UTF_8));
        return new Locked(row.getLong("id"), message);
    }
}

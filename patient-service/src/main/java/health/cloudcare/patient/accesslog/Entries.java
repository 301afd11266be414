package health.cloudcare.patient.accesslog;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table of entries, as rows: thousands of them go in with one batch. */
@ApplicationScoped
class Entries {

    static final String COLUMNS = """
            patient_id, sequence, event_id, occurred_at, actor_account_id, actor_role, actor_profile_id, category, action,
            resource, outcome, reason, consent_id, emergency, client_ip, correlation_id, prev_hash, hash
            """;

    private static final String KNOWN = "SELECT event_id FROM access_log WHERE event_id = ANY ($1)";
    private static final String INSERT = "INSERT INTO access_log (" + COLUMNS
            + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";

    /** Those of the events that are in the log. */
    Uni<Set<UUID>> known(SqlConnection transaction, Set<UUID> events) {
        return transaction
                .preparedQuery(KNOWN)
                .execute(Tuple.of(events.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> known = new HashSet<>();
                    rows.forEach(row -> known.add(row.getUUID(0)));
                    return known;
                });
    }

    Uni<Void> insert(SqlConnection transaction, List<Entry> entries) {
        return transaction
                .preparedQuery(INSERT)
                .executeBatch(entries.stream().map(Entries::tuple).toList())
                .replaceWithVoid();
    }

    private static Tuple tuple(Entry entry) {
        LoggedAccess access = entry.access();
        return Tuple.tuple()
                .addUUID(access.patientId())
                .addLong(entry.sequence())
                .addUUID(access.eventId())
                .addOffsetDateTime(access.occurredAt().atOffset(ZoneOffset.UTC))
                .addUUID(access.actorAccountId())
                .addString(access.actorRole())
                .addUUID(access.actorProfileId())
                .addString(access.category())
                .addString(access.action())
                .addString(access.resource())
                .addString(access.outcome())
                .addString(access.reason())
                .addUUID(access.consentId())
                .addBoolean(access.emergency())
                .addString(access.clientIp())
                .addString(access.correlationId())
                .addBuffer(entry.previous().bytes())
                .addBuffer(entry.hash().bytes());
    }

    static List<Entry> of(RowSet<Row> rows) {
        List<Entry> entries = new ArrayList<>(rows.size());
        rows.forEach(row -> entries.add(entry(row)));
        return entries;
    }

    private static Entry entry(Row row) {
        LoggedAccess access = new LoggedAccess(
                row.getUUID("event_id"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getUUID("patient_id"),
                row.getUUID("actor_account_id"),
                row.getString("actor_role"),
                row.getUUID("actor_profile_id"),
                row.getString("category"),
                row.getString("action"),
                row.getString("resource"),
                row.getString("outcome"),
                row.getString("reason"),
                row.getUUID("consent_id"),
                row.getBoolean("emergency"),
                row.getString("client_ip"),
                row.getString("correlation_id"));
        return new Entry(
                access,
                row.getLong("sequence"),
                EntryHash.of(row.getBuffer("prev_hash")),
                EntryHash.of(row.getBuffer("hash")));
    }
}

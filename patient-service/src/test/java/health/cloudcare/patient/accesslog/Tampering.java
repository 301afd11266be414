package health.cloudcare.patient.accesslog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;

import health.cloudcare.patient.Tables;

/** What somebody can do who may do everything in the database. */
final class Tampering {

    private static final String REST =
            "event_id, occurred_at, actor_account_id, actor_role, actor_profile_id, category, action, resource, outcome,"
                    + " reason, consent_id, emergency, client_ip, correlation_id, prev_hash, hash";

    /** With an event id of its own. */
    static final String COPY_OF_THE_NEWEST =
            "INSERT INTO access_log SELECT patient_id, sequence + 1, gen_random_uuid(), "
                    + REST.substring(REST.indexOf("occurred_at"))
                    + " FROM access_log WHERE patient_id = ? ORDER BY sequence DESC LIMIT 1";

    private Tampering() {}

    /** With the table's trigger switched off. The one parameter, if any, is the patient. */
    static void sql(String statement, UUID patient) {
        try (Connection connection =
                Arc.container().instance(AgroalDataSource.class).get().getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "ALTER TABLE access_log DISABLE TRIGGER USER");
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.setObject(1, patient);
                if (prepared.executeUpdate() == 0) {
                    throw new AssertionError("changes nothing: " + statement);
                }
            }
            run(connection, "ALTER TABLE access_log ENABLE TRIGGER USER");
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All but the patient's id and the number, of the first entry. */
    static String copyAs(UUID other) {
        return "INSERT INTO access_log SELECT '" + other + "', sequence, gen_random_uuid(), "
                + REST.substring(REST.indexOf("occurred_at"))
                + " FROM access_log WHERE patient_id = ? AND sequence = 1";
    }

    static List<String> columns() {
        return Tables.one(
                        String.class,
                        "SELECT string_agg(column_name, ' ') FROM information_schema.columns WHERE table_name = 'access_log'")
                .transform(names -> List.of(names.split(" ")));
    }

    /** The smallest change that the column takes. */
    static String edit(String column) {
        String type = Tables.one(
                String.class,
                "SELECT data_type FROM information_schema.columns WHERE table_name = 'access_log' AND column_name = ?",
                column);
        String other =
                switch (type) {
                    case "uuid" -> "gen_random_uuid()";
                    case "bigint" -> column + " + 100";
                    case "timestamp with time zone" -> column + " + interval '1 microsecond'";
                    case "boolean" -> "NOT " + column;
                    case "bytea" -> "set_byte(" + column + ", 0, get_byte(" + column + ", 0) # 1)";
                    default -> column.equals("outcome") ? "'REFUSED'" : "coalesce(" + column + ", '') || ' '";
                };
        return "UPDATE access_log SET " + column + " = " + other;
    }

    /** Replaces an entry's resource and makes the chain fit. Gives the hash at its end. */
    static EntryHash rewrite(List<LoggedAccess> accesses, int number, String resource) {
        EntryHash previous = EntryHash.NONE;
        for (int i = 0; i < accesses.size(); i++) {
            LoggedAccess access = i + 1 == number ? withResource(accesses.get(i), resource) : accesses.get(i);
            Entry entry = Entry.after(previous, i + 1, access);
            sql(
                    "UPDATE access_log SET resource = '%s', prev_hash = decode('%s', 'hex'), hash = decode('%s', 'hex')"
                                    .formatted(
                                            access.resource(),
                                            entry.previous().hex(),
                                            entry.hash().hex())
                            + " WHERE patient_id = ? AND sequence = " + (i + 1),
                    access.patientId());
            previous = entry.hash();
        }
        return previous;
    }

    private static LoggedAccess withResource(LoggedAccess access, String resource) {
        return new LoggedAccess(
                access.eventId(),
                access.occurredAt(),
                access.patientId(),
                access.actorAccountId(),
                access.actorRole(),
                access.actorProfileId(),
                access.category(),
                access.action(),
                resource,
                access.outcome(),
                access.reason(),
                access.consentId(),
                access.emergency(),
                access.clientIp(),
                access.correlationId());
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }
}

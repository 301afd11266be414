package health.cloudcare.auth.token;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** The table of keys. */
@Singleton
class KeyRows {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('signing_keys'))";

    private static final String ALL = """
            SELECT kid, public_jwk, sealed_private_key, created_at, signs_from, signs_until, verifies_until
              FROM signing_keys
             ORDER BY created_at, signs_from
            """;

    private static final String INSERT = """
            INSERT INTO signing_keys (kid, public_jwk, sealed_private_key, created_at, signs_from)
            VALUES ($1, $2, $3, $4, $5)
            """;

    private static final String END = "UPDATE signing_keys SET signs_until = $2, verifies_until = $3 WHERE kid = $1";

    private static final String ERASE = """
            UPDATE signing_keys SET sealed_private_key = NULL
             WHERE sealed_private_key IS NOT NULL AND signs_until <= $1
            """;

    /** A row. */
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(String id, String publicJwk, byte @Nullable [] sealedPrivateKey, KeyLife life) {

        @Override
        public String toString() {
            return "Stored " + id;
        }
    }

    /** Whoever changes keys does so alone, until the transaction ends. */
    Uni<Void> lock(SqlConnection transaction) {
        return transaction.query(LOCK).execute().replaceWithVoid();
    }

    Uni<List<Stored>> all(SqlClient client) {
        return client.query(ALL)
                .execute()
                .map(rows -> rows.stream().map(KeyRows::stored).toList());
    }

    Uni<Void> insert(SqlConnection transaction, String id, String publicJwk, byte[] sealed, KeyLife life) {
        Tuple row = Tuple.of(id, publicJwk, Buffer.buffer(sealed), utc(life.createdAt()), utc(life.signsFrom()));
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    Uni<Void> end(SqlConnection transaction, String id, KeyLife life) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(id, utc(life.signsUntil()), utc(life.verifiesUntil())))
                .replaceWithVoid();
    }

    /** Forgets the private halves of keys that do not sign any more. */
    Uni<Void> erase(SqlClient client, Instant now) {
        return client.preparedQuery(ERASE).execute(Tuple.of(utc(now))).replaceWithVoid();
    }

    private static Stored stored(Row row) {
        io.vertx.mutiny.core.buffer.Buffer sealed = row.getBuffer("sealed_private_key");
        KeyLife life = new KeyLife(
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("signs_from").toInstant(),
                instant(row.getOffsetDateTime("signs_until")),
                instant(row.getOffsetDateTime("verifies_until")));
        return new Stored(
                row.getString("kid"), row.getString("public_jwk"), sealed == null ? null : sealed.getBytes(), life);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}

package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The newest entry of each patient, by which those who append keep out of each other's way. */
@ApplicationScoped
class Heads {

    /** Always in the order of ids, so that two who append to the same patients do not wait for each other in a circle. */
    private static final String LOCK = """
            INSERT INTO access_log_head (patient_id, sequence, hash, key_id, signature, signed_at)
            SELECT id, 0, $2, '', '', $3 FROM unnest($1::uuid[]) AS id ORDER BY id
            ON CONFLICT (patient_id) DO UPDATE SET sequence = access_log_head.sequence
            RETURNING patient_id, sequence, hash, key_id, signature, signed_at
            """;

    private static final String MOVE = """
            UPDATE access_log_head SET sequence = $2, hash = $3, key_id = $4, signature = $5, signed_at = $6
             WHERE patient_id = $1
            """;

    /** Until the transaction ends nobody else appends to these patients. */
    Uni<Map<UUID, SealedPoint>> lock(SqlConnection transaction, Set<UUID> patients, Instant now) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(patients.toArray(UUID[]::new))
                        .addBuffer(EntryHash.NONE.bytes())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .map(SealedPoints::byPatient);
    }

    Uni<Void> move(SqlConnection transaction, List<SealedPoint> heads) {
        return transaction
                .preparedQuery(MOVE)
                .executeBatch(heads.stream().map(SealedPoints::tuple).toList())
                .replaceWithVoid();
    }
}

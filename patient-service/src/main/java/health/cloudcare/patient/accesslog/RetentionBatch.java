package health.cloudcare.patient.accesslog;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

/** The next patients with old entries, in a transaction of their own. */
@ApplicationScoped
class RetentionBatch {

    static final int PATIENTS = 20;
    static final int ENTRIES_OF_A_PATIENT = 500;

    private static final Logger LOG = Logger.getLogger(RetentionBatch.class);

    /** What the trigger of the table asks for; it ends with the transaction. */
    private static final String ANNOUNCE = "SELECT set_config('cloudcare.access_log_retention', 'on', true)";

    /** Leaves out whom somebody appends to, or another replica works on, at this moment. */
    private static final String NEXT = """
            SELECT head.*
              FROM access_log_head head
             WHERE head.patient_id > $1
               AND (SELECT entry.occurred_at FROM access_log entry
                     WHERE entry.patient_id = head.patient_id ORDER BY entry.sequence LIMIT 1) < $2
             ORDER BY head.patient_id LIMIT $3
               FOR UPDATE OF head SKIP LOCKED
            """;

    private static final String ANCHORS =
            "SELECT " + SealedPoints.COLUMNS + " FROM access_log_anchor WHERE patient_id = ANY ($1)";

    private static final String OLDEST = "SELECT " + Entries.COLUMNS + """
              FROM unnest($1::uuid[]) AS patient (id)
             CROSS JOIN LATERAL (SELECT * FROM access_log
                                  WHERE patient_id = patient.id ORDER BY sequence LIMIT $2) AS oldest
             ORDER BY patient_id, sequence
            """;

    private static final String MOVE_ANCHOR = "INSERT INTO access_log_anchor (" + SealedPoints.COLUMNS + """
            ) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (patient_id) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash,
                   key_id = excluded.key_id, signature = excluded.signature, signed_at = excluded.signed_at
            """;

    private static final String DELETE = """
            DELETE FROM access_log entry USING access_log_anchor anchor
             WHERE entry.patient_id = ANY ($1) AND anchor.patient_id = entry.patient_id
               AND entry.sequence <= anchor.sequence
            """;

    private final Pool pool;
    private final ChainSeals seals;
    private final Clock clock;

    RetentionBatch(Pool pool, ChainSeals seals, Clock clock) {
        this.pool = pool;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * @param removed entries
     * @param next where to go on; where it began when there may be more of the same patients
     * @param complete whether there is nothing to go on with
     */
    record Outcome(long removed, UUID next, boolean complete) {}

    Uni<Outcome> remove(UUID after, Instant cutoff) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(NEXT)
                .execute(Tuple.of(after, cutoff.atOffset(ZoneOffset.UTC), PATIENTS))
                .map(SealedPoints::byPatient)
                .chain(heads -> heads.isEmpty()
                        ? Uni.createFrom().item(new Outcome(0, after, true))
                        : remove(transaction, after, heads, cutoff)));
    }

    private Uni<Outcome> remove(SqlConnection transaction, UUID after, Map<UUID, SealedPoint> heads, Instant cutoff) {
        UUID[] patients = heads.keySet().toArray(UUID[]::new);
        UUID last = heads.keySet().stream().max(PatientRange.ORDER).orElse(after);
        return transaction
                .preparedQuery(ANCHORS)
                .execute(Tuple.tuple().addArrayOfUUID(patients))
                .map(SealedPoints::byPatient)
                .chain(anchors -> transaction
                        .preparedQuery(OLDEST)
                        .execute(Tuple.of(patients, ENTRIES_OF_A_PATIENT))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(rows -> oldPrefixes(Entries.of(rows), anchors, heads, cutoff)))
                .chain(prefixes -> removeUpTo(transaction, prefixes)
                        .map(removed -> outcome(removed, prefixes, after, last, heads.size())));
    }

    /** Where the old entries of each patient end. */
    private List<OldPrefix> oldPrefixes(
            List<Entry> oldest, Map<UUID, SealedPoint> anchors, Map<UUID, SealedPoint> heads, Instant cutoff) {
        Map<UUID, OldPrefix> prefixes = new HashMap<>();
        for (Entry entry : oldest) {
            UUID patientId = entry.access().patientId();
            prefixes.computeIfAbsent(patientId, id -> new OldPrefix(anchors.get(id), heads.get(id)))
                    .next(entry, cutoff);
        }
        List<OldPrefix> removable = new ArrayList<>();
        prefixes.forEach((patientId, prefix) -> {
            if (!prefix.isGenuine(seals)) {
                LOG.errorf("the access log of patient %s is not what it was, so nothing of it goes", patientId);
            } else if (prefix.length() > 0) {
                removable.add(prefix);
            }
        });
        return removable;
    }

    private Uni<Long> removeUpTo(SqlConnection transaction, List<OldPrefix> prefixes) {
        if (prefixes.isEmpty()) {
            return Uni.createFrom().item(0L);
        }
        Instant now = clock.instant();
        List<SealedPoint> anchors =
                prefixes.stream().map(prefix -> prefix.anchor(seals, now)).toList();
        UUID[] patients = anchors.stream().map(SealedPoint::patientId).toArray(UUID[]::new);
        return transaction
                .preparedQuery(MOVE_ANCHOR)
                .executeBatch(anchors.stream().map(SealedPoints::tuple).toList())
                .chain(() -> transaction.query(ANNOUNCE).execute())
                .chain(() ->
                        transaction.preparedQuery(DELETE).execute(Tuple.tuple().addArrayOfUUID(patients)))
                .map(deleted -> (long) deleted.rowCount());
    }

    private static Outcome outcome(long removed, List<OldPrefix> prefixes, UUID after, UUID last, int patients) {
        boolean more = prefixes.stream().anyMatch(prefix -> prefix.length() == ENTRIES_OF_A_PATIENT);
        return new Outcome(removed, more ? after : last, !more && patients < PATIENTS);
    }
}

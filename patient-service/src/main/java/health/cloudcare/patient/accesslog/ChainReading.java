package health.cloudcare.patient.accesslog;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads the logs of a batch of patients as they are at one moment, in pages, and has each checked. */
@ApplicationScoped
class ChainReading {

    private static final int PATIENTS_OF_A_BATCH = 200;
    private static final int ENTRIES_OF_A_PAGE = 2_000;

    /** Appending goes on meanwhile; without one moment for all reads a head would be ahead of its entries. */
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private static final String UPPER_END =
            "SELECT patient_id FROM access_log_head WHERE patient_id > $1 ORDER BY patient_id OFFSET $2 LIMIT 1";
    private static final String HEADS = points("access_log_head");
    private static final String ANCHORS = points("access_log_anchor");

    /** Also of patients without a head, whom nobody should have entries of. */
    private static final String ENTRIES = "SELECT " + Entries.COLUMNS + """
              FROM access_log
             WHERE (patient_id, sequence) > ($1, $2) AND patient_id <= $3
             ORDER BY patient_id, sequence LIMIT $4
            """;

    private final Pool pool;
    private final ChainSeals seals;
    private final Clock clock;

    ChainReading(Pool pool, ChainSeals seals, Clock clock) {
        this.pool = pool;
        this.seals = seals;
        this.clock = clock;
    }

    /** The last of that many patients; {@link PatientRange#LAST} when there are fewer. */
    Uni<UUID> upperEnd(UUID after, int patients) {
        return pool.withConnection(connection -> upperEnd(connection, after, patients));
    }

    /** The next patients up to one; the answer's {@code next} is null after the very last of all. */
    Uni<VerificationResponse> verify(UUID after, UUID upTo, ApartEvidence evidence) {
        return pool.withTransaction(transaction -> transaction
                .query(ONE_MOMENT)
                .execute()
                .chain(() -> upperEnd(transaction, after, PATIENTS_OF_A_BATCH))
                .map(end -> new PatientRange(after, PatientRange.ORDER.compare(end, upTo) < 0 ? end : upTo))
                .chain(range -> verify(transaction, range, evidence)));
    }

    private Uni<VerificationResponse> verify(SqlConnection transaction, PatientRange range, ApartEvidence evidence) {
        return points(transaction, HEADS, range)
                .chain(heads -> points(transaction, ANCHORS, range)
                        .map(anchors -> new BatchCheck(range, heads, anchors, evidence)))
                .call(check -> readEntries(transaction, range, check))
                .map(check -> check.finish(seals, clock.instant(), isLast(range) ? null : range.upTo()));
    }

    private Uni<Void> readEntries(SqlConnection transaction, PatientRange range, BatchCheck check) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Cursor(range.after()), cursor -> page(transaction, cursor, range.upTo()))
                .whilst(page -> page.size() == ENTRIES_OF_A_PAGE)
                // hashing a page takes a while
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(check::next)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static final class Cursor {
        private UUID patientId;
        private long sequence = Long.MAX_VALUE;

        private Cursor(UUID after) {
            this.patientId = after;
        }
    }

    private Uni<List<Entry>> page(SqlConnection transaction, Cursor cursor, UUID upTo) {
        return transaction
                .preparedQuery(ENTRIES)
                .execute(Tuple.of(cursor.patientId, cursor.sequence, upTo, ENTRIES_OF_A_PAGE))
                .map(Entries::of)
                .invoke(page -> {
                    if (!page.isEmpty()) {
                        cursor.patientId = page.getLast().access().patientId();
                        cursor.sequence = page.getLast().sequence();
                    }
                });
    }

    private static Uni<UUID> upperEnd(SqlConnection connection, UUID after, int patients) {
        return connection
                .preparedQuery(UPPER_END)
                .execute(Tuple.of(after, patients - 1L))
                .map(rows -> rows.size() == 0
                        ? PatientRange.LAST
                        : rows.iterator().next().getUUID(0));
    }

    private static Uni<Map<UUID, SealedPoint>> points(SqlConnection transaction, String sql, PatientRange range) {
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(range.after(), range.upTo()))
                .map(SealedPoints::byPatient);
    }

    private static String points(String table) {
        return "SELECT " + SealedPoints.COLUMNS + " FROM " + table + " WHERE patient_id > $1 AND patient_id <= $2";
    }

    private static boolean isLast(PatientRange range) {
        return range.upTo().equals(PatientRange.LAST);
    }
}

package health.cloudcare.patient.accesslog;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import health.cloudcare.patient.signature.RecordSignature;

/** Heads and anchors as rows of their tables, which have the same columns. */
final class SealedPoints {

    static final String COLUMNS = "patient_id, sequence, hash, key_id, signature, signed_at";

    private SealedPoints() {}

    /** In the order of {@link #COLUMNS}. */
    static Tuple tuple(SealedPoint point) {
        return Tuple.tuple()
                .addUUID(point.patientId())
                .addLong(point.sequence())
                .addBuffer(point.hash().bytes())
                .addString(point.signature().keyId())
                .addString(point.signature().value())
                .addOffsetDateTime(point.signedAt().atOffset(ZoneOffset.UTC));
    }

    static Map<UUID, SealedPoint> byPatient(RowSet<Row> rows) {
        Map<UUID, SealedPoint> points = new HashMap<>();
        rows.forEach(row -> points.put(row.getUUID("patient_id"), point(row)));
        return points;
    }

    private static SealedPoint point(Row row) {
        return new SealedPoint(
                row.getUUID("patient_id"),
                row.getLong("sequence"),
                EntryHash.of(row.getBuffer("hash")),
                new RecordSignature(row.getString("key_id"), row.getString("signature")),
                row.getOffsetDateTime("signed_at").toInstant());
    }
}

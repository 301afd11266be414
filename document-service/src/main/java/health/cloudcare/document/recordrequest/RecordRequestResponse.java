package health.cloudcare.document.recordrequest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** @param requestedBy the role of who asked */
record RecordRequestResponse(
        UUID id,
        UUID patientId,
        String requestedBy,
        String facilityName,
        @Nullable String documentType,
        @Nullable String description,
        String status,
        Instant requestedAt,
        @Nullable Instant fulfilledAt) {

    static RecordRequestResponse of(Row row) {
        OffsetDateTime fulfilled = row.getOffsetDateTime("fulfilled_at");
        return new RecordRequestResponse(
                row.getUUID("id"),
                row.getUUID("patient_id"),
                row.getString("requesting_role"),
                row.getString("facility_name"),
                row.getString("document_type"),
                row.getString("description"),
                row.getString("status"),
                row.getOffsetDateTime("requested_at").toInstant(),
                fulfilled == null ? null : fulfilled.toInstant());
    }

    @Override
    public String toString() {
        return "RecordRequestResponse " + id;
    }
}

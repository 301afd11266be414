package health.cloudcare.patient.activity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;

/** @param metadata the id of what it is about, under what that is, for example {@code consent_id} */
record ActivityResponse(
        UUID id,
        UUID patientId,
        String title,
        String description,
        Instant timestamp,
        String type,
        Map<String, UUID> metadata) {

    static ActivityResponse of(Row row) {
        String subject = row.getString("subject");
        UUID reference = row.getUUID("reference_id");
        return new ActivityResponse(
                row.getUUID("id"),
                row.getUUID("patient_id"),
                row.getString("title"),
                row.getString("description"),
                row.getOffsetDateTime("happened_at").toInstant(),
                row.getString("type"),
                subject == null || reference == null ? Map.of() : Map.of(subject, reference));
    }
}

package health.cloudcare.wearables.alert;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The form of an alert in the database. */
final class AlertDocument {
    static final String COLLECTION = "alerts";
    static final String ID = "_id";
    static final String PATIENT_ID = "patient_id";
    static final String RULE = "rule";
    static final String METRIC = "metric";
    static final String SEVERITY = "severity";
    static final String FROM = "from";
    static final String TO = "to";
    static final String WORST = "worst";
    static final String RAISED_AT = "raised_at";
    static final String ACKNOWLEDGED_AT = "acknowledged_at";
    static final String ACKNOWLEDGED_BY = "acknowledged_by";
    static final String TOLD = "told";

    private AlertDocument() {}

    static Document of(Alert alert) {
        return new Document(ID, alert.id().toString())
                .append(PATIENT_ID, alert.patientId().toString())
                .append(RULE, alert.rule().code())
                .append(METRIC, alert.rule().metric().code())
                .append(SEVERITY, alert.rule().severity().name())
                .append("limit", alert.limit())
                .append(FROM, Date.from(alert.episode().from()))
                .append(TO, Date.from(alert.episode().to()))
                .append(WORST, alert.episode().worst())
                .append(RAISED_AT, Date.from(alert.raisedAt()))
                .append(ACKNOWLEDGED_AT, null)
                .append(TOLD, false);
    }

    static Alert alert(Document document) {
        String by = document.getString(ACKNOWLEDGED_BY);
        return new Alert(
                UUID.fromString(document.getString(ID)),
                UUID.fromString(document.getString(PATIENT_ID)),
                AlertRule.ofCode(document.getString(RULE)).orElseThrow(),
                document.get("limit", Number.class).doubleValue(),
                new Episode(
                        document.getDate(FROM).toInstant(),
                        document.getDate(TO).toInstant(),
                        document.get(WORST, Number.class).doubleValue()),
                document.getDate(RAISED_AT).toInstant(),
                instant(document.getDate(ACKNOWLEDGED_AT)),
                by == null ? null : UUID.fromString(by));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}

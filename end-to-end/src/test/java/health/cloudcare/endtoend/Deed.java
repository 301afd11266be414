package health.cloudcare.endtoend;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.journey.PatientClient;

/** What is done to a patient's data in the random walk, and what the access log says of it. */
enum Deed {
    READ_PROFILE("/api/v1/patients/%s/profile", "PROFILE", "patients/profile"),
    READ_TODAY(PatientClient.TODAY + "?patient_id=%s", "WEARABLES", "wearables/today"),
    READ_HOURS(PatientClient.AGGREGATED + "?period=hourly&days=2&patient_id=%s", "WEARABLES", "wearables/aggregated"),
    READ_STEPS(
            PatientClient.AGGREGATED + "?metric_type=steps&days=2&patient_id=%s", "WEARABLES", "wearables/aggregated"),
    READ_OVERVIEW(PatientClient.COMPREHENSIVE + "?days=2&patient_id=%s", "WEARABLES", "wearables/comprehensive"),
    LIST_DEVICES(PatientClient.DEVICES + "?patient_id=%s", "WEARABLES", "wearables/devices"),
    LIST_IMPORTS(PatientClient.IMPORTS + "?patient_id=%s", "WEARABLES", "wearables/imports"),
    LIST_CONSENTS("/api/v1/consents/patient/%s", "PROFILE", "consents"),
    READ_NOTES("/api/v1/patients/%s/notes", "NOTES", "doctors/notes"),
    READ_STAYS("/api/v1/patients/%s/admissions", "APPOINTMENTS", "hospitals/admissions"),
    LIST_DOCUMENTS("/api/v1/documents/%s", "DOCUMENTS", "documents/list"),
    ADD_DOCUMENT("POST", "/api/v1/documents/upload", "DOCUMENTS", "WRITE", "documents/upload"),
    WRITE_NOTE("POST", "/api/v1/patients/%s/notes", "NOTES", "WRITE", "doctors/notes"),
    SEND_READINGS("POST", PatientClient.SYNC, "WEARABLES", "WRITE", "wearables/sync"),
    /** Of which the path names no patient. */
    ANSWER_CONSENT("PATCH", "/api/v1/consents/", "PROFILE", "WRITE", "consents"),
    /** In the list of a doctor, whose path it is. */
    SEE_IN_LIST("/api/v1/doctors/%s/patients", "PROFILE", "doctors/patients"),
    BREAK_GLASS("POST", "/api/v1/patients/%s/emergency-access", "PROFILE", "WRITE", "patients/emergency-access");

    private static final Map<String, Object> READING =
            Map.of("type", "steps", "value", 7, "timestamp", "2026-03-01T10:00:00Z");

    private final String method;
    private final String path;
    private final String category;
    private final String action;
    private final String resource;

    Deed(String path, String category, String resource) {
        this("GET", path, category, "READ", resource);
    }

    Deed(String method, String path, String category, String action, String resource) {
        this.method = method;
        this.path = path;
        this.category = category;
        this.action = action;
        this.resource = resource;
    }

    String method() {
        return method;
    }

    String path(UUID patientId) {
        return path.formatted(patientId);
    }

    String category() {
        return category;
    }

    String action() {
        return action;
    }

    String resource() {
        return resource;
    }

    /** Null for what has none, or one of its own. */
    @Nullable
    Object body(UUID patientId) {
        return switch (this) {
            case SEND_READINGS ->
                Map.of("patient_id", patientId, "device_id", "phone-" + patientId, "metrics", List.of(READING));
            case WRITE_NOTE -> Map.of("record_type", "CHECKUP", "title", "Pulse", "description", "Regular.");
            case ADD_DOCUMENT ->
                Map.of(
                        "patient_id",
                        patientId,
                        "title",
                        "Report",
                        "description",
                        "Blood count",
                        "record_type",
                        "LAB_REPORT");
            default -> null;
        };
    }
}

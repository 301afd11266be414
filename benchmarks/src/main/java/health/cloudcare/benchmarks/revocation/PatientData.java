package health.cloudcare.benchmarks.revocation;

import java.util.UUID;

/** A patient's data in each service that has some, read as the app reads it. */
enum PatientData {
    PROFILE("patient-service", "/api/v1/patients/%s/profile"),
    WEARABLES("wearables-service", "/api/v1/wearables/summary/today?patient_id=%s"),
    DOCUMENTS("document-service", "/api/v1/documents/%s"),
    NOTES("doctor-service", "/api/v1/patients/%s/notes"),
    ADMISSIONS("hospital-service", "/api/v1/patients/%s/admissions");

    private final String service;
    private final String path;

    PatientData(String service, String path) {
        this.service = service;
        this.path = path;
    }

    String service() {
        return service;
    }

    String pathOf(UUID patientId) {
        return path.formatted(patientId);
    }
}

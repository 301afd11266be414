package health.cloudcare.endtoend;

import java.util.UUID;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.PatientClient;

/** What a full consent opens, one in each service that holds data of patients. */
enum ConsentedRead {
    PROFILE(Suite.PATIENT, "/api/v1/patients/%s/profile"),
    READINGS(Suite.WEARABLES, PatientClient.TODAY + "?patient_id=%s"),
    NOTES(Suite.DOCTOR, "/api/v1/patients/%s/notes"),
    STAYS(Suite.HOSPITAL, "/api/v1/patients/%s/admissions"),
    DOCUMENTS("document-service", "/api/v1/documents/%s?inline=false");

    private final String service;
    private final String path;

    ConsentedRead(String service, String path) {
        this.service = service;
        this.path = path;
    }

    String service() {
        return service;
    }

    /** Whether the service judges by its projection of the consents; the other one owns them. */
    boolean isByProjection() {
        return this != PROFILE;
    }

    String path(UUID patientId) {
        return path.formatted(patientId);
    }

    Answer by(SignedIn caller, UUID patientId) {
        return caller.get(path(patientId));
    }
}

package health.cloudcare.hospital.patientservice;

import java.util.UUID;

/** @param status {@code PENDING}, or {@code APPROVED} when the patient is admitted already */
public record AdmissionConsent(UUID consentId, String status) {

    public boolean isPending() {
        return status.equals("PENDING");
    }
}

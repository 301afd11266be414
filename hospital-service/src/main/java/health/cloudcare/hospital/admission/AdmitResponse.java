package health.cloudcare.hospital.admission;

import java.util.UUID;

/** That the patient is asked, or in a bed here already; nothing of who they are. */
record AdmitResponse(boolean success, String message, UUID consentId) {

    static AdmitResponse asked(UUID consentId) {
        return new AdmitResponse(true, "The patient is asked to approve the admission.", consentId);
    }

    static AdmitResponse alreadyHere(UUID consentId) {
        return new AdmitResponse(false, "The patient is admitted here already.", consentId);
    }
}

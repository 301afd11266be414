package health.cloudcare.patient.consent;

import java.util.UUID;

/**
 * That a request was made, and nothing of the patient: whoever asks by Aadhaar number does not know them yet.
 *
 * @param status {@code PENDING}, or {@code APPROVED} when the patient is admitted already
 */
record AdmissionConsentResponse(UUID consentId, ConsentStatus status) {}

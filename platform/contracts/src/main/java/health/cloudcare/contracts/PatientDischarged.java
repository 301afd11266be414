package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient left the hospital: from now on it does not see their data.
 *
 * @param consentId the consent that ends with it
 */
public record PatientDischarged(
        UUID eventId, Instant occurredAt, UUID hospitalId, UUID patientId, UUID admissionId, UUID consentId)
        implements HospitalEvent {

    public static final String TYPE = "hospital.patient-discharged";

    public PatientDischarged(Instant occurredAt, UUID hospitalId, UUID patientId, UUID admissionId, UUID consentId) {
        this(UuidV7.at(occurredAt), occurredAt, hospitalId, patientId, admissionId, consentId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

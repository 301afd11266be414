package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient approved an admission and occupies a bed now.
 *
 * @param consentId the consent by which the hospital sees the patient's data until the discharge
 */
public record PatientAdmitted(
        UUID eventId, Instant occurredAt, UUID hospitalId, UUID patientId, UUID admissionId, UUID consentId)
        implements HospitalEvent {

    public static final String TYPE = "hospital.patient-admitted";

    public PatientAdmitted(Instant occurredAt, UUID hospitalId, UUID patientId, UUID admissionId, UUID consentId) {
        this(UuidV7.at(occurredAt), occurredAt, hospitalId, patientId, admissionId, consentId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

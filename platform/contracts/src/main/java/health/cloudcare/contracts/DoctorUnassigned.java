package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A doctor of the hospital no longer attends to an admitted patient.
 *
 * @param consentId of the admission
 */
public record DoctorUnassigned(
        UUID eventId,
        Instant occurredAt,
        UUID hospitalId,
        UUID patientId,
        UUID admissionId,
        UUID consentId,
        UUID doctorId)
        implements HospitalEvent {

    public static final String TYPE = "hospital.doctor-unassigned";

    public DoctorUnassigned(
            Instant occurredAt, UUID hospitalId, UUID patientId, UUID admissionId, UUID consentId, UUID doctorId) {
        this(UuidV7.at(occurredAt), occurredAt, hospitalId, patientId, admissionId, consentId, doctorId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

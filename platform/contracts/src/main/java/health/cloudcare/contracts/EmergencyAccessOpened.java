package health.cloudcare.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A doctor broke the glass: reads a patient's data without consent, with a stated reason, for a while.
 *
 * @param consentId stands for it in the access log
 * @param hospitalIds where the doctor works; they answer for it
 */
public record EmergencyAccessOpened(
        UUID eventId,
        Instant occurredAt,
        UUID doctorId,
        UUID patientId,
        UUID consentId,
        List<UUID> hospitalIds,
        Instant expiresAt)
        implements DoctorEvent {

    public static final String TYPE = "doctor.emergency-access-opened";

    public EmergencyAccessOpened {
        hospitalIds = List.copyOf(hospitalIds);
    }

    public EmergencyAccessOpened(
            Instant occurredAt,
            UUID doctorId,
            UUID patientId,
            UUID consentId,
            List<UUID> hospitalIds,
            Instant expiresAt) {
        this(UuidV7.at(occurredAt), occurredAt, doctorId, patientId, consentId, hospitalIds, expiresAt);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

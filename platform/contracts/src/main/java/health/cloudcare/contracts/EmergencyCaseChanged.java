package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** An emergency case was opened or changed. */
public record EmergencyCaseChanged(UUID eventId, Instant occurredAt, UUID hospitalId, UUID patientId, UUID caseId)
        implements HospitalEvent {

    public static final String TYPE = "hospital.emergency-case-changed";

    public EmergencyCaseChanged(Instant occurredAt, UUID hospitalId, UUID patientId, UUID caseId) {
        this(UuidV7.at(occurredAt), occurredAt, hospitalId, patientId, caseId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

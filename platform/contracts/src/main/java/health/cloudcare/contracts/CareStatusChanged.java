package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A doctor noted how it stands with a patient of theirs. */
public record CareStatusChanged(UUID eventId, Instant occurredAt, UUID doctorId, UUID patientId)
        implements DoctorEvent {

    public static final String TYPE = "doctor.care-status-changed";

    public CareStatusChanged(Instant occurredAt, UUID doctorId, UUID patientId) {
        this(UuidV7.at(occurredAt), occurredAt, doctorId, patientId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A doctor profile changed. */
public record DoctorProfileUpdated(UUID eventId, Instant occurredAt, UUID doctorId) implements DoctorEvent {

    public static final String TYPE = "doctor.profile-updated";

    public DoctorProfileUpdated(Instant occurredAt, UUID doctorId) {
        this(UuidV7.at(occurredAt), occurredAt, doctorId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

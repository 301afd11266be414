package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A hospital profile changed. */
public record HospitalProfileUpdated(UUID eventId, Instant occurredAt, UUID hospitalId) implements HospitalEvent {

    public static final String TYPE = "hospital.profile-updated";

    public HospitalProfileUpdated(Instant occurredAt, UUID hospitalId) {
        this(UuidV7.at(occurredAt), occurredAt, hospitalId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

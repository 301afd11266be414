package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A hospital profile is complete and has an account; it is unverified at first. */
public record HospitalRegistered(UUID eventId, Instant occurredAt, UUID hospitalId) implements HospitalEvent {

    public static final String TYPE = "hospital.registered";

    public HospitalRegistered(Instant occurredAt, UUID hospitalId) {
        this(UuidV7.at(occurredAt), occurredAt, hospitalId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A doctor profile is complete and has an account; it is unverified at first.
 *
 * @param hospitalId the hospital whose code the doctor gave; it has not confirmed the doctor yet
 */
public record DoctorRegistered(
        UUID eventId,
        Instant occurredAt,
        UUID doctorId,
        @Nullable UUID hospitalId) implements DoctorEvent {

    public static final String TYPE = "doctor.registered";

    public DoctorRegistered(Instant occurredAt, UUID doctorId, @Nullable UUID hospitalId) {
        this(UuidV7.at(occurredAt), occurredAt, doctorId, hospitalId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

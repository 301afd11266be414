package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A patient profile is complete and has an account. The time zone is an IANA name. */
public record PatientRegistered(UUID eventId, Instant occurredAt, UUID patientId, String timeZone) implements Event {

    public static final String TYPE = "patient.registered";

    public PatientRegistered(Instant occurredAt, UUID patientId, String timeZone) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, timeZone);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Topic topic() {
        return Topic.PATIENT;
    }

    @Override
    public String key() {
        return patientId.toString();
    }
}

package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A patient profile changed; carries the time zone (IANA) as it is now. */
public record PatientProfileUpdated(UUID eventId, Instant occurredAt, UUID patientId, String timeZone)
        implements Event {

    public static final String TYPE = "patient.profile-updated";

    public PatientProfileUpdated(Instant occurredAt, UUID patientId, String timeZone) {
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

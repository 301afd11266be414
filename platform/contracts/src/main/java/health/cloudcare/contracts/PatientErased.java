package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A patient left and the profile is erased; whoever keeps data of this patient erases it. */
public record PatientErased(UUID eventId, Instant occurredAt, UUID patientId) implements Event {

    public static final String TYPE = "patient.erased";

    public PatientErased(Instant occurredAt, UUID patientId) {
        this(UuidV7.at(occurredAt), occurredAt, patientId);
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

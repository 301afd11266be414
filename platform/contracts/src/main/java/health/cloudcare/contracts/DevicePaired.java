package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A device may send readings of a patient. */
public record DevicePaired(UUID eventId, Instant occurredAt, UUID patientId, UUID pairingId) implements Event {

    public static final String TYPE = "wearables.device-paired";

    public DevicePaired(Instant occurredAt, UUID patientId, UUID pairingId) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, pairingId);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Topic topic() {
        return Topic.WEARABLES;
    }

    @Override
    public String key() {
        return patientId.toString();
    }
}

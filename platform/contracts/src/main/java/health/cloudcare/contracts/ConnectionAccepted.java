package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A doctor accepted: the patient is on their list by name, and may share files with them.
 *
 * @param version numbers the events of one connection, from 1
 */
public record ConnectionAccepted(
        UUID eventId, Instant occurredAt, UUID patientId, UUID connectionId, UUID doctorId, int version)
        implements ConnectionEvent {

    public static final String TYPE = "connection.accepted";

    public ConnectionAccepted(Instant occurredAt, UUID patientId, UUID connectionId, UUID doctorId, int version) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, connectionId, doctorId, version);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

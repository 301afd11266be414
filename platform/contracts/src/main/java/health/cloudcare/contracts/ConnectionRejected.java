package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A doctor turned the request for a connection down.
 *
 * @param version numbers the events of one connection, from 1
 */
public record ConnectionRejected(
        UUID eventId, Instant occurredAt, UUID patientId, UUID connectionId, UUID doctorId, int version)
        implements ConnectionEvent {

    public static final String TYPE = "connection.rejected";

    public ConnectionRejected(Instant occurredAt, UUID patientId, UUID connectionId, UUID doctorId, int version) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, connectionId, doctorId, version);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

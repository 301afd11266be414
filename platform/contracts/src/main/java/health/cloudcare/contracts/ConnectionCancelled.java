package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient withdrew the request for a connection.
 *
 * @param version numbers the events of one connection, from 1
 */
public record ConnectionCancelled(
        UUID eventId, Instant occurredAt, UUID patientId, UUID connectionId, UUID doctorId, int version)
        implements ConnectionEvent {

    public static final String TYPE = "connection.cancelled";

    public ConnectionCancelled(Instant occurredAt, UUID patientId, UUID connectionId, UUID doctorId, int version) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, connectionId, doctorId, version);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

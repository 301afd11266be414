package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient asks a doctor for a connection.
 *
 * @param version numbers the events of one connection, from 1
 */
public record ConnectionRequested(
        UUID eventId, Instant occurredAt, UUID patientId, UUID connectionId, UUID doctorId, int version)
        implements ConnectionEvent {

    public static final String TYPE = "connection.requested";

    public ConnectionRequested(Instant occurredAt, UUID patientId, UUID connectionId, UUID doctorId, int version) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, connectionId, doctorId, version);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

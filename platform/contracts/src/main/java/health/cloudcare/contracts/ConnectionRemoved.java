package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A connection ended, and with it everything that was shared because of it.
 *
 * @param version numbers the events of one connection, from 1
 */
public record ConnectionRemoved(
        UUID eventId, Instant occurredAt, UUID patientId, UUID connectionId, UUID doctorId, int version)
        implements ConnectionEvent {

    public static final String TYPE = "connection.removed";

    public ConnectionRemoved(Instant occurredAt, UUID patientId, UUID connectionId, UUID doctorId, int version) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, connectionId, doctorId, version);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

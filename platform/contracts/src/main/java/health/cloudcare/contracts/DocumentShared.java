package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient opened one document to a doctor they are connected with.
 *
 * @param connectionId what the grant rests on; it ends with it
 */
public record DocumentShared(
        UUID eventId, Instant occurredAt, UUID patientId, UUID documentId, UUID doctorId, UUID connectionId)
        implements DocumentEvent {

    public static final String TYPE = "document.shared";

    public DocumentShared(Instant occurredAt, UUID patientId, UUID documentId, UUID doctorId, UUID connectionId) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, documentId, doctorId, connectionId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

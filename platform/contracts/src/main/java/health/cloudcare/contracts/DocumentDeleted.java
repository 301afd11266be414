package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A document was removed from a patient's record. */
public record DocumentDeleted(UUID eventId, Instant occurredAt, UUID patientId, UUID documentId)
        implements DocumentEvent {

    public static final String TYPE = "document.deleted";

    public DocumentDeleted(Instant occurredAt, UUID patientId, UUID documentId) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, documentId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A document is no longer open to a doctor. */
public record DocumentShareRevoked(UUID eventId, Instant occurredAt, UUID patientId, UUID documentId, UUID doctorId)
        implements DocumentEvent {

    public static final String TYPE = "document.share-revoked";

    public DocumentShareRevoked(Instant occurredAt, UUID patientId, UUID documentId, UUID doctorId) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, documentId, doctorId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

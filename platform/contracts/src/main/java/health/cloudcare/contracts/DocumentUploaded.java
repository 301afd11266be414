package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A document was added to a patient's record.
 *
 * @param recordType {@code LAB_REPORT}, {@code PRESCRIPTION}, {@code GENERAL}, {@code CONSULTATION} or {@code IMAGING}
 */
public record DocumentUploaded(UUID eventId, Instant occurredAt, UUID patientId, UUID documentId, String recordType)
        implements DocumentEvent {

    public static final String TYPE = "document.uploaded";

    public DocumentUploaded(Instant occurredAt, UUID patientId, UUID documentId, String recordType) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, documentId, recordType);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

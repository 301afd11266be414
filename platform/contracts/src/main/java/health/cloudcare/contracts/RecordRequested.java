package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** Records of a patient were asked of a facility that is not on the platform. */
public record RecordRequested(UUID eventId, Instant occurredAt, UUID patientId, UUID requestId)
        implements DocumentEvent {

    public static final String TYPE = "document.record-requested";

    public RecordRequested(Instant occurredAt, UUID patientId, UUID requestId) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, requestId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A patient refused a request for access. */
public record ConsentDenied(
        UUID eventId,
        Instant occurredAt,
        UUID patientId,
        UUID consentId,
        int version,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId)
        implements ConsentEvent {

    public static final String TYPE = "consent.denied";

    public ConsentDenied(
            Instant occurredAt,
            UUID patientId,
            UUID consentId,
            int version,
            @Nullable UUID doctorId,
            @Nullable UUID hospitalId) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, consentId, version, doctorId, hospitalId);
    }

    @Override
    public String type() {
        return TYPE;
    }
}

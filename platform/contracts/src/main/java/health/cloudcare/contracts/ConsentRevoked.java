package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A consent is withdrawn, by its patient or because its patient left: from now on it opens nothing. */
public record ConsentRevoked(
        UUID eventId,
        Instant occurredAt,
        UUID patientId,
        UUID consentId,
        int version,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId)
        implements ConsentEvent {

    public static final String TYPE = "consent.revoked";

    public ConsentRevoked(
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

package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A request was not answered in time, or a granted consent came to its end: it opens nothing after {@code occurredAt}. */
public record ConsentExpired(
        UUID eventId,
        Instant occurredAt,
        UUID patientId,
        UUID consentId,
        int version,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId)
        implements ConsentEvent {

    public static final String TYPE = "consent.expired";

    public ConsentExpired(
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

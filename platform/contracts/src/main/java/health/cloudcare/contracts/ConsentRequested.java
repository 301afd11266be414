package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Somebody asks a patient for access; it opens nothing until the patient grants it. Version 1 of its consent. */
public record ConsentRequested(
        UUID eventId,
        Instant occurredAt,
        UUID patientId,
        UUID consentId,
        int version,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId)
        implements ConsentEvent {

    public static final String TYPE = "consent.requested";

    public ConsentRequested(
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

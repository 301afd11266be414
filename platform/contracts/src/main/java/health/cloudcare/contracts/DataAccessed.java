package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Audit: a caller was let through to a patient's data, by the named consent or as its owner. */
public record DataAccessed(
        UUID eventId,
        Instant occurredAt,
        UUID actorAccountId,
        String actorRole,
        UUID patientId,
        String category,
        String action,
        String resource,
        @Nullable UUID consentId,
        @Nullable String clientIp,
        @Nullable String correlationId)
        implements Event {

    public static final String TYPE = "access.data-accessed";

    public DataAccessed(
            Instant occurredAt,
            UUID actorAccountId,
            String actorRole,
            UUID patientId,
            String category,
            String action,
            String resource,
            @Nullable UUID consentId,
            @Nullable String clientIp,
            @Nullable String correlationId) {
        this(
                UuidV7.at(occurredAt),
                occurredAt,
                actorAccountId,
                actorRole,
                patientId,
                category,
                action,
                resource,
                consentId,
                clientIp,
                correlationId);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Topic topic() {
        return Topic.ACCESS;
    }

    @Override
    public String key() {
        return patientId.toString();
    }
}

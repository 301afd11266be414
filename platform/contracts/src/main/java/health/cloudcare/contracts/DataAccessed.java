package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Audit: a caller was let through to a patient's data, by the named consent or as its owner.
 *
 * @param actorProfileId the doctor, hospital or patient that the account belongs to; null in old events
 * @param emergency whether nobody consented: a doctor broke the glass
 */
public record DataAccessed(
        UUID eventId,
        Instant occurredAt,
        UUID actorAccountId,
        String actorRole,
        @Nullable UUID actorProfileId,
        UUID patientId,
        String category,
        String action,
        String resource,
        @Nullable UUID consentId,
        boolean emergency,
        @Nullable String clientIp,
        @Nullable String correlationId)
        implements Event {

    public static final String TYPE = "access.data-accessed";

    public DataAccessed(
            Instant occurredAt,
            UUID actorAccountId,
            String actorRole,
            @Nullable UUID actorProfileId,
            UUID patientId,
            String category,
            String action,
            String resource,
            @Nullable UUID consentId,
            boolean emergency,
            @Nullable String clientIp,
            @Nullable String correlationId) {
        this(
                UuidV7.at(occurredAt),
                occurredAt,
                actorAccountId,
                actorRole,
                actorProfileId,
                patientId,
                category,
                action,
                resource,
                consentId,
                emergency,
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

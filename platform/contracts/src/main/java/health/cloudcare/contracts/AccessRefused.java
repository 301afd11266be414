package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Audit: a caller was refused a patient's data.
 *
 * @param actorProfileId the doctor, hospital or patient that the account belongs to, if any
 */
public record AccessRefused(
        UUID eventId,
        Instant occurredAt,
        UUID actorAccountId,
        String actorRole,
        @Nullable UUID actorProfileId,
        UUID patientId,
        String category,
        String action,
        String resource,
        @Nullable String clientIp,
        @Nullable String correlationId,
        String reason)
        implements Event {

    public static final String TYPE = "access.access-refused";

    public AccessRefused(
            Instant occurredAt,
            UUID actorAccountId,
            String actorRole,
            @Nullable UUID actorProfileId,
            UUID patientId,
            String category,
            String action,
            String resource,
            @Nullable String clientIp,
            @Nullable String correlationId,
            String reason) {
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
                clientIp,
                correlationId,
                reason);
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

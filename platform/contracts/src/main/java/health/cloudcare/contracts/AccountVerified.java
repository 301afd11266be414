package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An administrator or a hospital vouched for a doctor or a hospital; until then its account opens nobody's data.
 *
 * @param verifiedBy the account that vouched
 */
public record AccountVerified(
        UUID eventId,
        Instant occurredAt,
        UUID accountId,
        String role,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId,
        UUID verifiedBy)
        implements Event {

    public static final String TYPE = "account.verified";

    public AccountVerified(
            Instant occurredAt,
            UUID accountId,
            String role,
            @Nullable UUID doctorId,
            @Nullable UUID hospitalId,
            UUID verifiedBy) {
        this(UuidV7.at(occurredAt), occurredAt, accountId, role, doctorId, hospitalId, verifiedBy);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Topic topic() {
        return Topic.ACCOUNT;
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}

package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An account became active. A patient account names the profile it belongs to. */
public record AccountRegistered(
        UUID eventId,
        Instant occurredAt,
        UUID accountId,
        String role,
        @Nullable UUID patientId) implements Event {

    public static final String TYPE = "account.registered";

    public AccountRegistered(Instant occurredAt, UUID accountId, String role, @Nullable UUID patientId) {
        this(UuidV7.at(occurredAt), occurredAt, accountId, role, patientId);
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

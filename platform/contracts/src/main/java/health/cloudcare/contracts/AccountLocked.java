package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** Too many failed sign-ins: the account takes no password until the given moment. */
public record AccountLocked(UUID eventId, Instant occurredAt, UUID accountId, Instant lockedUntil) implements Event {

    public static final String TYPE = "account.locked";

    public AccountLocked(Instant occurredAt, UUID accountId, Instant lockedUntil) {
        this(UuidV7.at(occurredAt), occurredAt, accountId, lockedUntil);
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

package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** An account and its credentials are gone. */
public record AccountDeleted(UUID eventId, Instant occurredAt, UUID accountId) implements Event {

    public static final String TYPE = "account.deleted";

    public AccountDeleted(Instant occurredAt, UUID accountId) {
        this(UuidV7.at(occurredAt), occurredAt, accountId);
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

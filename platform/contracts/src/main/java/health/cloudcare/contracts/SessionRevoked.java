package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A session ended before its time; its tokens are no longer accepted. */
public record SessionRevoked(UUID eventId, Instant occurredAt, UUID accountId, UUID sessionId, String reason)
        implements Event {

    public static final String TYPE = "account.session-revoked";

    public SessionRevoked(Instant occurredAt, UUID accountId, UUID sessionId, String reason) {
        this(UuidV7.at(occurredAt), occurredAt, accountId, sessionId, reason);
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

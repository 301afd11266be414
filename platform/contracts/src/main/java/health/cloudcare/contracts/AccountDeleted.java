package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An account and its credentials are gone. Whoever keeps its profile erases or closes it. */
public record AccountDeleted(
        UUID eventId,
        Instant occurredAt,
        UUID accountId,
        String role,
        @Nullable UUID patientId,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId)
        implements Event {

    public static final String TYPE = "account.deleted";

    public AccountDeleted(
            Instant occurredAt,
            UUID accountId,
            String role,
            @Nullable UUID patientId,
            @Nullable UUID doctorId,
            @Nullable UUID hospitalId) {
        this(UuidV7.at(occurredAt), occurredAt, accountId, role, patientId, doctorId, hospitalId);
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

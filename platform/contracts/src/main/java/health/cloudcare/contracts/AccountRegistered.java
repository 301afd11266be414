package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An account became active. It names the profile of its role: a patient, a doctor or a hospital. */
public record AccountRegistered(
        UUID eventId,
        Instant occurredAt,
        UUID accountId,
        String role,
        @Nullable UUID patientId,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId)
        implements Event {

    public static final String TYPE = "account.registered";

    public AccountRegistered(
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

package health.cloudcare.auth.session;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.servicekit.identity.Role;

/** The user as all documented clients read it; the id of the role's profile is always there. */
public record UserResponse(
        UUID id,
        String email,
        Role role,
        String name,
        @Nullable UUID patientId,
        @Nullable UUID doctorId,
        @Nullable UUID hospitalId,
        @Nullable String aadharUid,
        @Nullable String hospitalCode,
        boolean isActive,
        Instant createdAt) {

    static UserResponse of(Account account) {
        return new UserResponse(
                account.id(),
                account.email(),
                account.role(),
                account.displayName(),
                account.patientId(),
                null,
                null,
                account.aadhaarUid(),
                null,
                account.isActive(),
                account.createdAt());
    }

    @Override
    public String toString() {
        return "UserResponse " + id;
    }
}

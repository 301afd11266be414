package health.cloudcare.auth.admin;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.servicekit.identity.Role;

/** What an administrator needs to find and lock an account; nothing of a patient's health or profile. */
record AccountSummary(
        UUID id,
        @Nullable String userId,
        @Nullable String email,
        @Nullable String username,
        String name,
        Role role,
        boolean isVerified,
        boolean isLocked,
        Instant createdAt,
        @Nullable Instant lastLogin) {

    static AccountSummary of(Account account) {
        return new AccountSummary(
                account.id(),
                account.value(IdentifierKind.USER_ID),
                account.value(IdentifierKind.EMAIL),
                account.value(IdentifierKind.USERNAME),
                account.displayName(),
                account.role(),
                account.isShownAsVerified(),
                account.isLocked(),
                account.createdAt(),
                account.lastLoginAt());
    }

    @Override
    public String toString() {
        return "AccountSummary " + id;
    }
}

package health.cloudcare.auth.registration;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;

/** A registration that waits for its code. */
record RegisteredResponse(
        boolean success,
        String message,
        @Nullable String userId,
        String userType,
        String status,
        long expiresInMinutes) {

    static RegisteredResponse of(Account account, Duration patience) {
        return new RegisteredResponse(
                true,
                "You are registered. Enter the code that was sent to your e-mail address.",
                account.value(IdentifierKind.USER_ID),
                account.role().name(),
                "pending_verification",
                patience.toMinutes());
    }
}

package health.cloudcare.auth.identifier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.password.PasswordHashing;
import health.cloudcare.auth.throttle.FailedSignIns;

/** Asks again for the password where a session alone, which may be stolen, must not be enough. */
@ApplicationScoped
class CurrentPassword {

    private final PasswordHashing passwords;
    private final FailedSignIns failures;

    CurrentPassword(PasswordHashing passwords, FailedSignIns failures) {
        this.passwords = passwords;
        this.failures = failures;
    }

    /** Does nothing for an account that has none. */
    Uni<Void> require(Account account, @Nullable String currentPassword) {
        if (account.passwordHash() == null) {
            return Uni.createFrom().voidItem();
        }
        if (currentPassword == null || currentPassword.isEmpty()) {
            throw IdentifierProblems.currentPasswordMissing();
        }
        // apart from the sign-in: whoever has no more than a session must not lock its owner out
        String key = "own-password:" + account.id();
        return failures.admit(key)
                .chain(() -> passwords
                        .matches(currentPassword, account.passwordHash())
                        .onFailure()
                        .call(() -> failures.undecided(key)))
                .chain(right -> right
                        ? failures.succeeded(key)
                        : failures.failed(key)
                                .chain(() -> Uni.createFrom().failure(IdentifierProblems.wrongPassword())));
    }
}

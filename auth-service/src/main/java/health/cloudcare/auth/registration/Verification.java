package health.cloudcare.auth.registration;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.otp.Guess;
import health.cloudcare.auth.otp.OneTimeCodes;
import health.cloudcare.auth.otp.Purpose;
import health.cloudcare.auth.signup.SignupSteps;

/** Makes a registration an account once the code comes back, in one transaction. */
@ApplicationScoped
class Verification {

    private final Accounts accounts;
    private final PendingRegistrations pending;
    private final OneTimeCodes codes;
    private final SignupSteps steps;
    private final Clock clock;

    Verification(Accounts accounts, PendingRegistrations pending, OneTimeCodes codes, SignupSteps steps, Clock clock) {
        this.accounts = accounts;
        this.pending = pending;
        this.codes = codes;
        this.steps = steps;
        this.clock = clock;
    }

    record VerifiedResponse(
            boolean success, String message, @Nullable String userId, String userType, String status) {

        static VerifiedResponse of(Account account) {
            return new VerifiedResponse(
                    true,
                    "Your e-mail address is verified. You can sign in now.",
                    account.value(IdentifierKind.USER_ID),
                    account.role().name(),
                    "verified");
        }
    }

    Uni<VerifiedResponse> verify(String email, String otp) {
        return Panache.withSession(() -> accounts.named(IdentifierKind.EMAIL, email))
                .chain(account -> codes.guessOf(account == null ? null : account.id(), Purpose.SIGN_UP, otp))
                .chain(guess -> guess instanceof Guess.Right right
                        ? completed(right)
                        : Uni.createFrom().failure(RegistrationProblems.codeRefused()));
    }

    private Uni<VerifiedResponse> completed(Guess.Right right) {
        return Panache.withTransaction(() -> codes.consume(right)
                .chain(consumed -> accounts.lock(right.accountId()).map(account -> requirePending(consumed, account)))
                .chain(account -> steps.activate(account)
                        .chain(() -> pending.deleteById(account.id()))
                        .replaceWith(() -> VerifiedResponse.of(account))));
    }

    private Account requirePending(boolean consumed, @Nullable Account account) {
        Instant now = clock.instant();
        if (!consumed || account == null || !account.awaitsCode(now)) {
            throw RegistrationProblems.codeRefused();
        }
        account.prove(IdentifierKind.EMAIL, now);
        return account;
    }
}

package health.cloudcare.auth.passwordreset;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.delivery.Destination;
import health.cloudcare.auth.identifier.NewPasswords;
import health.cloudcare.auth.otp.CodeRequest;
import health.cloudcare.auth.otp.Guess;
import health.cloudcare.auth.otp.OneTimeCodes;
import health.cloudcare.auth.otp.Purpose;
import health.cloudcare.auth.password.PasswordHashing;
import health.cloudcare.auth.session.SessionEnd;
import health.cloudcare.auth.session.SessionEnding;

/** Gives an account a new password, and ends whatever was signed in with the old one. */
@ApplicationScoped
class PasswordReset {

    private static final Logger LOG = Logger.getLogger(PasswordReset.class);

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final PasswordHashing passwords;
    private final SessionEnding ending;
    private final NewPasswords newPasswords;
    private final Clock clock;

    PasswordReset(
            Accounts accounts,
            OneTimeCodes codes,
            PasswordHashing passwords,
            SessionEnding ending,
            NewPasswords newPasswords,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.passwords = passwords;
        this.ending = ending;
        this.newPasswords = newPasswords;
        this.clock = clock;
    }

    /** A code for whoever has an account there; nothing for anybody else, and no complaint in either case. */
    Uni<Void> sendCodeIfKnown(String email) {
        return named(email)
                .chain(account -> account == null || !account.isActive()
                        ? Uni.createFrom().voidItem()
                        : codes.send(CodeRequest.of(account.id(), Purpose.PASSWORD_RESET, Destination.email(email)))
                                .replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.infof("no code for a new password was sent: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Fails with 400 {@code OTP_ERROR} whatever is wrong with address or code. */
    Uni<Account> reset(ResetPasswordRequest request) {
        return named(request.email())
                .chain(account -> codes.guessOf(
                                account == null ? null : account.id(), Purpose.PASSWORD_RESET, request.otp())
                        .map(guess -> requireRight(guess, account)))
                // the code is not used up by a password that cannot be taken
                .invoke(proved -> newPasswords.requireGood(request.newPassword(), proved.account()))
                .chain(proved -> passwords.hash(request.newPassword()).chain(hash -> changed(proved, hash)));
    }

    private record Proved(Guess.Right code, Account account) {}

    private Uni<@Nullable Account> named(String email) {
        return Panache.withSession(() -> accounts.named(IdentifierKind.EMAIL, email));
    }

    private static Proved requireRight(Guess guess, @Nullable Account account) {
        if (guess instanceof Guess.Right right && account != null) {
            return new Proved(right, account);
        }
        throw PasswordResetProblems.codeRefused();
    }

    private Uni<Account> changed(Proved proved, String hash) {
        return Panache.withTransaction(() -> codes.consume(proved.code())
                .chain(consumed ->
                        accounts.lock(proved.account().id()).map(account -> requireActive(consumed, account)))
                .invoke(account -> {
                    Instant now = clock.instant();
                    account.changePassword(hash, now);
                    account.prove(IdentifierKind.EMAIL, now);
                })
                .call(account -> codes.revoke(account.id(), Purpose.PASSWORD_RESET))
                .call(account -> ending.endAll(account.id(), SessionEnd.PASSWORD_RESET)));
    }

    private static Account requireActive(boolean consumed, @Nullable Account account) {
        if (!consumed || account == null || !account.isActive()) {
            throw PasswordResetProblems.codeRefused();
        }
        return account;
    }
}

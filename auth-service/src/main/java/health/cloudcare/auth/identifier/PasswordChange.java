package health.cloudcare.auth.identifier;

import java.time.Clock;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.otp.OneTimeCodes;
import health.cloudcare.auth.otp.Purpose;
import health.cloudcare.auth.password.PasswordHashing;
import health.cloudcare.auth.session.CurrentSession;
import health.cloudcare.auth.session.OwnSession;
import health.cloudcare.auth.session.SessionEnd;
import health.cloudcare.auth.session.SessionEnding;

/** Sets or changes the caller's password, and ends every other session: one of them may be why it is changed. */
@ApplicationScoped
class PasswordChange {

    private final CurrentSession session;
    private final CurrentPassword current;
    private final Accounts accounts;
    private final PasswordHashing passwords;
    private final SessionEnding ending;
    private final OneTimeCodes codes;
    private final NewPasswords newPasswords;
    private final Clock clock;

    PasswordChange(
            CurrentSession session,
            CurrentPassword current,
            Accounts accounts,
            PasswordHashing passwords,
            SessionEnding ending,
            OneTimeCodes codes,
            NewPasswords newPasswords,
            Clock clock) {
        this.session = session;
        this.current = current;
        this.accounts = accounts;
        this.passwords = passwords;
        this.ending = ending;
        this.codes = codes;
        this.newPasswords = newPasswords;
        this.clock = clock;
    }

    Uni<Account> change(@Nullable String currentPassword, String newPassword) {
        return Panache.withTransaction(session::requireOwn)
                .call(own -> current.require(own.account(), currentPassword))
                .invoke(own -> newPasswords.requireGood(newPassword, own.account()))
                // no connection is held while the password is hashed
                .chain(own -> passwords.hash(newPassword).chain(hash -> changed(own, hash)));
    }

    private Uni<Account> changed(OwnSession own, String hash) {
        return Panache.withTransaction(() -> accounts.lock(own.account().id())
                .invoke(account -> {
                    if (account == null
                            || !Objects.equals(
                                    account.passwordHash(), own.account().passwordHash())) {
                        throw IdentifierProblems.changedMeanwhile();
                    }
                    account.changePassword(hash, clock.instant());
                })
                .call(account -> codes.revoke(own.account().id(), Purpose.PASSWORD_RESET))
                .call(account -> ending.endOthers(own.account().id(), own.id(), SessionEnd.PASSWORD_CHANGED)));
    }
}

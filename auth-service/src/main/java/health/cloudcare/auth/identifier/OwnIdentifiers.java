package health.cloudcare.auth.identifier;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.session.CurrentSession;

/** The names of the caller's account. A name belongs to one account, and of each kind an account has one. */
@ApplicationScoped
class OwnIdentifiers {

    private final CurrentSession current;
    private final Accounts accounts;
    private final Clock clock;

    OwnIdentifiers(CurrentSession current, Accounts accounts, Clock clock) {
        this.current = current;
        this.accounts = accounts;
        this.clock = clock;
    }

    Uni<Account> account() {
        return Panache.withTransaction(current::requireAccount);
    }

    /** A user name needs no proof: whoever comes first has it. */
    Uni<Account> rename(String username) {
        return Panache.withTransaction(() -> locked().chain(account -> {
                    account.rename(IdentifierKind.USERNAME, username, clock.instant());
                    return accounts.flush().replaceWith(account);
                }))
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> IdentifierProblems.taken());
    }

    /** Within the caller's transaction: what was just proved. */
    Uni<Account> add(UUID accountId, PendingIdentifier proved) {
        return accounts.lock(accountId)
                .map(OwnIdentifiers::requireActive)
                .chain(account -> {
                    Instant now = clock.instant();
                    account.rename(proved.kind(), proved.value(), now);
                    account.prove(proved.kind(), now);
                    return accounts.flush().replaceWith(account);
                })
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> IdentifierProblems.taken());
    }

    Uni<Account> remove(IdentifierKind kind) {
        return Panache.withTransaction(() -> locked().invoke(account -> {
            if (account.value(kind) == null) {
                throw IdentifierProblems.notFound();
            }
            if (!SignInWays.isChosen(kind)) {
                throw IdentifierProblems.fixed();
            }
            if (!SignInWays.mayLose(account, kind)) {
                throw IdentifierProblems.last();
            }
            account.removeIdentifier(kind, clock.instant());
        }));
    }

    private Uni<Account> locked() {
        return current.requireAccount()
                .chain(account -> accounts.lock(account.id()))
                .map(OwnIdentifiers::requireActive);
    }

    private static Account requireActive(@Nullable Account account) {
        if (account == null || !account.isActive()) {
            throw IdentifierProblems.notFound();
        }
        return account;
    }
}

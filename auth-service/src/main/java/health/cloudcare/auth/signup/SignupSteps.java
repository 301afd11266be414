package health.cloudcare.auth.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.outbox.Outbox;

/**
 * Our side of the signup saga, one transaction per step. Moves accounts PENDING → ACTIVE, PENDING → UNVERIFIED → ACTIVE, or
 * from either → CANCELLING → gone.
 */
@ApplicationScoped
public class SignupSteps {

    private final Accounts accounts;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration abandonedAfter;

    SignupSteps(
            Accounts accounts,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "cloudcare.signup.abandoned-after") Duration abandonedAfter) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
        this.abandonedAfter = abandonedAfter;
    }

    /**
     * What stands in the way of these names: unfinished signups to undo first, or nothing. Fails with
     * {@link IdentifierTakenException} when one belongs to somebody.
     */
    @WithTransaction
    Uni<List<Unfinished>> leftoversOf(Map<IdentifierKind, String> identifiers) {
        return accounts.namedByAnyOf(identifiers)
                .map(found -> found.stream().map(this::leftover).toList());
    }

    private Unfinished leftover(Account account) {
        Instant now = clock.instant();
        if (account.status() == Account.Status.ACTIVE) {
            throw new IdentifierTakenException(account, false);
        }
        if (account.awaitsCode(now)) {
            throw new IdentifierTakenException(account, true);
        }
        if (account.status() == Account.Status.PENDING && !account.isOlderThan(abandoned())) {
            throw SignupProblems.underWay();
        }
        account.abandon();
        return Unfinished.of(account);
    }

    @WithTransaction
    Uni<Void> add(Account account) {
        return accounts.persist(account).replaceWithVoid();
    }

    /** Applies a step to an account whose signup is under way; empty when it was given up meanwhile. */
    @WithTransaction
    Uni<Optional<Account>> advance(UUID accountId, BiConsumer<Account, Instant> step) {
        return accounts.lock(accountId).map(account -> {
            if (account == null || account.status() != Account.Status.PENDING) {
                return Optional.empty();
            }
            step.accept(account, clock.instant());
            return Optional.of(account);
        });
    }

    /** Within the caller's transaction, for an account that it holds the lock of. Everybody learns of the new account. */
    public Uni<Void> activate(Account account) {
        Instant now = clock.instant();
        account.activate(now);
        return outbox.append(new AccountRegistered(
                now,
                account.id(),
                account.role().name(),
                account.patientId(),
                account.doctorId(),
                account.hospitalId()));
    }

    /**
     * From here on the account can only disappear.
     *
     * @return false when it has become active after all, so that nothing of it may be undone
     */
    @WithTransaction
    Uni<Boolean> abandon(UUID accountId) {
        return accounts.lock(accountId).map(account -> {
            if (account == null) {
                return true;
            }
            if (account.status() != Account.Status.ACTIVE) {
                account.abandon();
            }
            return account.status() != Account.Status.ACTIVE;
        });
    }

    /** Once the other side has nothing of it (any more). */
    @WithTransaction
    Uni<Void> remove(UUID accountId) {
        return accounts.lock(accountId)
                .chain(account -> account == null || account.status() == Account.Status.ACTIVE
                        ? Uni.createFrom().voidItem()
                        : accounts.delete(account));
    }

    @WithTransaction
    Uni<List<Unfinished>> abandonUnfinished(int limit) {
        return accounts.unfinished(abandoned(), clock.instant(), limit)
                .invoke(found -> found.forEach(Account::abandon))
                .map(found -> found.stream().map(Unfinished::of).toList());
    }

    private Instant abandoned() {
        return clock.instant().minus(abandonedAfter);
    }

    /** A signup of which both sides must forget. */
    record Unfinished(UUID accountId, Role role, UUID profileId) {

        static Unfinished of(Account account) {
            UUID profileId = account.profileId()
                    .orElseThrow(() -> new IllegalStateException(account + " has no profile to cancel"));
            return new Unfinished(account.id(), account.role(), profileId);
        }
    }
}

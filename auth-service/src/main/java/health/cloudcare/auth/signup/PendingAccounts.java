package health.cloudcare.auth.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.session.Sessions;
import health.cloudcare.auth.session.TokenResponse;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.servicekit.outbox.Outbox;

/** Our side of the signup saga, one transaction per step. Moves accounts PENDING → ACTIVE or PENDING → CANCELLING → gone. */
@ApplicationScoped
class PendingAccounts {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration abandonedAfter;

    PendingAccounts(
            Accounts accounts,
            Sessions sessions,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "cloudcare.signup.abandoned-after") Duration abandonedAfter) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
        this.abandonedAfter = abandonedAfter;
    }

    /** What stands in the way of an address: an unfinished signup to undo first, or nothing. Fails when it is taken. */
    @WithTransaction
    Uni<Optional<Unfinished>> leftoverOf(String email) {
        return accounts.withEmail(email).map(existing -> {
            if (existing == null) {
                return Optional.empty();
            }
            if (existing.isActive()) {
                throw SignupProblems.emailTaken();
            }
            if (existing.isPending() && !existing.isOlderThan(abandoned())) {
                throw SignupProblems.underWay();
            }
            existing.abandon();
            return Optional.of(Unfinished.of(existing));
        });
    }

    @WithTransaction
    Uni<Void> add(Account account) {
        return accounts.persist(account).replaceWithVoid();
    }

    /** Empty when the signup was given up meanwhile. */
    @WithTransaction
    Uni<Optional<TokenResponse>> activate(UUID accountId, String aadhaarUid) {
        return accounts.lock(accountId).chain(account -> {
            if (account == null || !account.isPending()) {
                return Uni.createFrom().item(Optional.empty());
            }
            Instant now = clock.instant();
            account.activate(aadhaarUid, now);
            return outbox.append(new AccountRegistered(
                            now, accountId, account.role().name(), account.patientId(), null, null))
                    .chain(() -> sessions.open(account))
                    .map(Optional::of);
        });
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
            if (account.isPending()) {
                account.abandon();
            }
            return !account.isActive();
        });
    }

    /** Once the other side has nothing of it (any more). */
    @WithTransaction
    Uni<Void> remove(UUID accountId) {
        return accounts.lock(accountId)
                .chain(account ->
                        account == null || account.isActive() ? Uni.createFrom().voidItem() : accounts.delete(account));
    }

    @WithTransaction
    Uni<List<Unfinished>> abandonUnfinished(int limit) {
        return accounts.unfinished(abandoned(), limit)
                .invoke(found -> found.forEach(Account::abandon))
                .map(found -> found.stream().map(Unfinished::of).toList());
    }

    private Instant abandoned() {
        return clock.instant().minus(abandonedAfter);
    }

    /** A signup of which both sides must forget. */
    record Unfinished(UUID accountId, UUID patientId) {

        static Unfinished of(Account account) {
            UUID patientId = account.patientId();
            if (patientId == null) {
                throw new IllegalStateException(account + " has no profile to cancel");
            }
            return new Unfinished(account.id(), patientId);
        }
    }
}

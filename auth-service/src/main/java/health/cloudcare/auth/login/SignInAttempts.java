package health.cloudcare.auth.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.delivery.SecurityNotices;
import health.cloudcare.auth.device.ClientDevice;
import health.cloudcare.auth.throttle.FailedSignIns;
import health.cloudcare.auth.throttle.Limit;
import health.cloudcare.auth.throttle.Scope;
import health.cloudcare.auth.throttle.Throttle;
import health.cloudcare.contracts.AccountLocked;
import health.cloudcare.servicekit.outbox.Outbox;

/**
 * Counts attempts to sign in, per address and per account, or per name where no account has it, with the same numbers, so that
 * being slowed down tells nothing either. The owner learns of a lock.
 */
@ApplicationScoped
class SignInAttempts {

    private final Accounts accounts;
    private final Throttle throttle;
    private final FailedSignIns failures;
    private final ClientDevice device;
    private final Outbox outbox;
    private final SecurityNotices notices;
    private final Clock clock;

    SignInAttempts(
            Accounts accounts,
            Throttle throttle,
            FailedSignIns failures,
            ClientDevice device,
            Outbox outbox,
            SecurityNotices notices,
            Clock clock) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.failures = failures;
        this.device = device;
        this.outbox = outbox;
        this.notices = notices;
        this.clock = clock;
    }

    /** Fails with 429 when there were too many. */
    Uni<Attempt> begin(IdentifierKind kind, String name, Optional<UUID> account) {
        String key = account.map(FailedSignIns::keyOf).orElseGet(() -> kind + ":" + kind.key(name));
        List<Limit> limits = new ArrayList<>();
        String address = device.address();
        if (address != null) {
            limits.add(Limit.ofAddress(address));
        }
        limits.add(new Limit(Scope.ACCOUNT, key));
        return throttle.admit(limits).chain(() -> failures.admit(key)).replaceWith(new Attempt(key, account));
    }

    /** An attempt that was admitted; it ends in one of the three ways. */
    final class Attempt {

        private final String key;
        private final Optional<UUID> account;

        private Attempt(String key, Optional<UUID> account) {
            this.key = key;
            this.account = account;
        }

        Uni<Void> succeeded() {
            return failures.succeeded(key);
        }

        Uni<Void> undecided() {
            return failures.undecided(key);
        }

        Uni<Void> failed() {
            return failures.failed(key).chain(outcome -> {
                Instant until = outcome.lockedUntil();
                return until == null || account.isEmpty() ? Uni.createFrom().voidItem() : tell(account.get(), until);
            });
        }

        private Uni<Void> tell(UUID locked, Instant until) {
            return Panache.withTransaction(() -> outbox.append(new AccountLocked(clock.instant(), locked, until))
                            .chain(() -> accounts.findById(locked)))
                    .invoke(account -> {
                        if (account != null) {
                            notices.accountLocked(account, Duration.between(clock.instant(), until));
                        }
                    })
                    .replaceWithVoid();
        }

        @Override
        public String toString() {
            return "Attempt";
        }
    }
}

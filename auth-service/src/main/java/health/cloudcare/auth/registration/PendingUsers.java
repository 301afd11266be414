package health.cloudcare.auth.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.session.CurrentSession;
import health.cloudcare.auth.signup.Signup;

/** What administrators do with pending registrations. */
@ApplicationScoped
class PendingUsers {

    private static final Logger LOG = Logger.getLogger(PendingUsers.class);

    private final CurrentSession current;
    private final PendingRegistrations pending;
    private final Registrations registrations;
    private final Signup signup;
    private final Clock clock;

    PendingUsers(
            CurrentSession current,
            PendingRegistrations pending,
            Registrations registrations,
            Signup signup,
            Clock clock) {
        this.current = current;
        this.pending = pending;
        this.registrations = registrations;
        this.signup = signup;
        this.clock = clock;
    }

    Uni<PendingUserResponse.All> list(PendingRegistrations.Filter filter, boolean expiredToo, int skip, int limit) {
        Instant now = clock.instant();
        return Panache.withTransaction(() -> current.requireAccount()
                .chain(administrator -> pending.list(filter, expiredToo, now, skip, limit))
                .chain(found -> counted(found, filter, expiredToo, now)));
    }

    private Uni<PendingUserResponse.All> counted(
            List<PendingRegistration> found, PendingRegistrations.Filter filter, boolean expiredToo, Instant now) {
        return pending.countRunning(filter, now).chain(running -> pending.countExpired(filter, now)
                .map(expired -> new PendingUserResponse.All(
                        found.stream()
                                .map(one -> PendingUserResponse.of(one, now))
                                .toList(),
                        expiredToo ? running + expired : running,
                        running,
                        expired)));
    }

    Uni<Void> delete(String userId) {
        return unfinished(userId).chain(found -> signup.undo(found.account())
                .invoke(() -> LOG.infof(
                        "the registration of account %s is deleted by %s",
                        found.account().id(), found.administrator())));
    }

    Uni<Account> sendAgain(String userId) {
        return unfinished(userId).map(this::requireRunning).chain(registrations::sendAgain);
    }

    private record Found(Account account, UUID administrator) {}

    private Uni<Found> unfinished(String userId) {
        return Panache.withTransaction(() -> current.requireAccount().chain(administrator -> registrations
                .unfinished(userId)
                .map(account -> new Found(requireKnown(account, userId), administrator.id()))));
    }

    private static Account requireKnown(@Nullable Account account, String userId) {
        if (account == null) {
            throw RegistrationProblems.notFound(userId);
        }
        return account;
    }

    private Account requireRunning(Found found) {
        if (!found.account().awaitsCode(clock.instant())) {
            throw RegistrationProblems.expired();
        }
        return found.account();
    }
}

package health.cloudcare.auth.deletion;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.session.CurrentSession;
import health.cloudcare.auth.session.Revocations;
import health.cloudcare.auth.session.SessionEnd;
import health.cloudcare.auth.session.SessionEnding;
import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.servicekit.outbox.Outbox;

/** Closes the caller's account: names, credentials and sessions are gone at once, the profile follows by event. */
@ApplicationScoped
public class AccountDeletion {

    private static final Logger LOG = Logger.getLogger(AccountDeletion.class);

    private final CurrentSession current;
    private final Accounts accounts;
    private final SessionEnding ending;
    private final Revocations revocations;
    private final Outbox outbox;
    private final Clock clock;

    AccountDeletion(
            CurrentSession current,
            Accounts accounts,
            SessionEnding ending,
            Revocations revocations,
            Outbox outbox,
            Clock clock) {
        this.current = current;
        this.accounts = accounts;
        this.ending = ending;
        this.revocations = revocations;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Void> deleteCaller() {
        return Panache.withTransaction(() -> current.requireAccount().chain(this::delete))
                .chain(revocations::announce);
    }

    private Uni<Void> delete(Account account) {
        return ending.endAll(account.id(), SessionEnd.ACCOUNT_DELETED)
                .chain(() -> outbox.append(new AccountDeleted(
                        clock.instant(),
                        account.id(),
                        account.role().name(),
                        account.patientId(),
                        account.doctorId(),
                        account.hospitalId())))
                .chain(() -> accounts.deleteById(account.id()))
                .invoke(() -> LOG.infof("account %s is deleted", account.id()))
                .replaceWithVoid();
    }
}

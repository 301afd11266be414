package health.cloudcare.auth.admin;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.Accounts;
import health.cloudcare.auth.session.CurrentSession;
import health.cloudcare.auth.session.Revocations;
import health.cloudcare.auth.session.SessionEnd;
import health.cloudcare.auth.session.SessionEnding;
import health.cloudcare.servicekit.identity.Role;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;
import health.cloudcare.servicekit.problem.ProblemType;

/** Finds accounts by their names, locks and unlocks them. Locking ends every session. */
@ApplicationScoped
class AccountAdministration {

    private static final Logger LOG = Logger.getLogger(AccountAdministration.class);

    private final Accounts accounts;
    private final CurrentSession current;
    private final SessionEnding ending;
    private final Revocations revocations;
    private final Clock clock;

    AccountAdministration(
            Accounts accounts, CurrentSession current, SessionEnding ending, Revocations revocations, Clock clock) {
        this.accounts = accounts;
        this.current = current;
        this.ending = ending;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** @param name the beginning of an e-mail address, user name, public id or telephone number; no pattern */
    @WithSession
    Uni<Page<AccountSummary>> search(@Nullable String name, @Nullable Role role, PageRequest page) {
        StringBuilder query = new StringBuilder("select a from Account a where a.status = :active");
        Parameters parameters = Parameters.with("active", Account.Status.ACTIVE);
        if (name != null && !name.isBlank()) {
            String prefix = name.strip().toLowerCase(Locale.ROOT);
            query.append(" and exists (select 1 from Identifier i where i.account = a"
                    + " and left(lower(i.key), :length) = :prefix)");
            parameters.and("length", prefix.length()).and("prefix", prefix);
        }
        if (role != null) {
            query.append(" and a.role = :role");
            parameters.and("role", role);
        }
        PanacheQuery<Account> found = accounts.find(query + " order by a.createdAt, a.id", parameters);
        return found.page(page.page(), page.size()).list().chain(accounts -> found.count()
                .map(total -> Page.of(accounts.stream().map(AccountSummary::of).toList(), page, total)));
    }

    Uni<Void> lock(UUID accountId) {
        return Panache.withTransaction(() -> current.requireAccount().chain(administrator -> {
                    if (administrator.id().equals(accountId)) {
                        throw ProblemType.CONFLICT.problem("Nobody can lock their own account.");
                    }
                    return known(accountId)
                            .invoke(account -> account.lock(clock.instant()))
                            .chain(account -> ending.endAll(accountId, SessionEnd.LOCKED_BY_ADMINISTRATOR))
                            .invoke(() -> LOG.infof("account %s is locked by %s", accountId, administrator.id()));
                }))
                .chain(revocations::announce);
    }

    Uni<Void> unlock(UUID accountId) {
        return Panache.withTransaction(() -> current.requireAccount().chain(administrator -> known(accountId)
                .invoke(account -> account.unlock(clock.instant()))
                .invoke(() -> LOG.infof("account %s is unlocked by %s", accountId, administrator.id()))
                .replaceWithVoid()));
    }

    private Uni<Account> known(UUID accountId) {
        return accounts.lock(accountId).map(account -> {
            if (account == null || account.status() != Account.Status.ACTIVE) {
                throw ProblemType.NOT_FOUND.problem("There is no such account.");
            }
            return account;
        });
    }
}

package health.cloudcare.auth.session;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;

/**
 * Exchanges a refresh token for the next pair. A token is good for one use: seen a second time, it was stolen or its thief
 * was faster, so the whole session ends.
 */
@ApplicationScoped
class Refreshing {

    private static final Logger LOG = Logger.getLogger(Refreshing.class);

    private final Sessions sessions;
    private final Clock clock;

    Refreshing(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Empty when refused; a failure would roll back the revocation that may come with a refusal. */
    @WithTransaction
    Uni<Optional<TokenResponse>> refresh(OpaqueToken token) {
        return Panache.getSession()
                .chain(database -> database.find(RefreshToken.class, token.hash(), LockModeType.PESSIMISTIC_WRITE)
                        .chain(found -> found == null ? refused() : ofSession(database, found)));
    }

    private Uni<Optional<TokenResponse>> ofSession(Mutiny.Session database, RefreshToken token) {
        return database.find(Session.class, token.sessionId()).chain(session -> {
            if (token.isUsed()) {
                LOG.warnf("a used refresh token of session %s came back; the session ends", session.id());
                session.revoke("refresh token reused", clock.instant());
                return refused();
            }
            if (!session.isLive() || token.isExpired(clock.instant())) {
                return refused();
            }
            return database.find(Account.class, session.accountId()).chain(account -> rotate(token, session, account));
        });
    }

    private Uni<Optional<TokenResponse>> rotate(RefreshToken token, Session session, @Nullable Account account) {
        if (account == null || !account.isActive()) {
            return refused();
        }
        token.use(clock.instant());
        return sessions.issue(account, session.id()).map(Optional::of);
    }

    private static Uni<Optional<TokenResponse>> refused() {
        return Uni.createFrom().item(Optional.empty());
    }
}

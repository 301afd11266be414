package health.cloudcare.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;

/**
 * Exchanges a refresh token for the next pair. A token is good for one use. The client whose answer got lost may ask once more
 * within a few seconds and gets the same refresh token again; whatever comes later or more often was stolen, or its thief was
 * faster, so the whole session ends.
 */
@ApplicationScoped
class Refreshing {

    private static final Logger LOG = Logger.getLogger(Refreshing.class);

    private final Sessions sessions;
    private final SessionEnding ending;
    private final Revocations revocations;
    private final Duration grace;
    private final Clock clock;

    Refreshing(
            Sessions sessions,
            SessionEnding ending,
            Revocations revocations,
            @ConfigProperty(name = "cloudcare.token.refresh-grace") Duration grace,
            Clock clock) {
        this.sessions = sessions;
        this.ending = ending;
        this.revocations = revocations;
        this.grace = grace;
        this.clock = clock;
    }

    private sealed interface Result {
        record Refreshed(TokenResponse tokens) implements Result {}

        record Refused() implements Result {}

        record Ended() implements Result {}
    }

    /** Empty when refused; a failure would roll back the revocation that may come with a refusal. */
    Uni<Optional<TokenResponse>> refresh(OpaqueToken token) {
        return Panache.withTransaction(() -> Panache.getSession().chain(database -> exchange(database, token)))
                .chain(result -> switch (result) {
                    case Result.Refreshed refreshed -> Uni.createFrom().item(Optional.of(refreshed.tokens()));
                    case Result.Refused refused -> Uni.createFrom().item(Optional.empty());
                    case Result.Ended ended -> revocations.announce().replaceWith(Optional.empty());
                });
    }

    private Uni<Result> exchange(Mutiny.Session database, OpaqueToken token) {
        return database.find(RefreshToken.class, token.hash())
                .chain(found -> found == null ? refused() : unlessEnded(database, token, found));
    }

    /** Whoever hammers a session that has ended does not queue for its lock. */
    private Uni<Result> unlessEnded(Mutiny.Session database, OpaqueToken token, RefreshToken stored) {
        return database.find(Session.class, stored.sessionId())
                .chain(session -> session.isRevoked()
                        ? refused()
                        : database.refresh(stored, LockMode.PESSIMISTIC_WRITE)
                                .chain(() -> database.refresh(session))
                                .chain(() -> ofSession(database, token, stored)));
    }

    private Uni<Result> ofSession(Mutiny.Session database, OpaqueToken token, RefreshToken stored) {
        Instant now = clock.instant();
        return database.find(Session.class, stored.sessionId()).chain(session -> {
            if (!session.isLive(now) || (stored.isExpired(now) && !stored.isUsed())) {
                return refused();
            }
            if (stored.isUsed() && !stored.mayBeRepeated(now, grace)) {
                return reused(session);
            }
            return database.find(Account.class, session.accountId())
                    .chain(account -> next(database, token, stored, session, account));
        });
    }

    private Uni<Result> next(
            Mutiny.Session database,
            OpaqueToken token,
            RefreshToken stored,
            Session session,
            @Nullable Account account) {
        if (account == null || !account.isActive()) {
            return refused();
        }
        if (stored.isUsed()) {
            return repeat(database, token, stored, session, account);
        }
        OpaqueToken next = OpaqueToken.random();
        Instant now = clock.instant();
        stored.use(token, next, now);
        return sessions.issue(account, session, next, now).map(Result.Refreshed::new);
    }

    private Uni<Result> repeat(
            Mutiny.Session database, OpaqueToken token, RefreshToken stored, Session session, Account account) {
        return database.find(RefreshToken.class, stored.successorHash()).chain(successor -> {
            if (successor == null || successor.isUsed()) {
                // the answer arrived after all, so this is somebody else
                return reused(session);
            }
            OpaqueToken next = stored.repeat(token, clock.instant());
            return Uni.createFrom().item(new Result.Refreshed(sessions.pair(account, session, next)));
        });
    }

    private Uni<Result> reused(Session session) {
        LOG.warnf("a used refresh token of session %s came back; the session ends", session.id());
        return ending.end(session, SessionEnd.TOKEN_REUSED).replaceWith(new Result.Ended());
    }

    private static Uni<Result> refused() {
        return Uni.createFrom().item(new Result.Refused());
    }
}

package health.cloudcare.auth.session;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;

/** Finds what is behind a token, a cookie or a session's id, as long as it lives. Works within the caller's transaction. */
@ApplicationScoped
class LiveSessions {

    private final Clock clock;

    LiveSessions(Clock clock) {
        this.clock = clock;
    }

    Uni<CurrentSession.SignedIn> ofToken(JsonWebToken token) {
        return require(UUID.fromString(token.getSubject()), token.<String>getClaim("sid"));
    }

    /** Fails with a 401 problem when the session has ended or is not the account's. Notes the activity. */
    Uni<CurrentSession.SignedIn> require(UUID accountId, @Nullable String sessionId) {
        if (sessionId == null) {
            return Uni.createFrom().failure(CurrentSession.ended());
        }
        return find(UUID.fromString(sessionId))
                .map(found -> found.filter(live -> live.account().id().equals(accountId))
                        .orElseThrow(CurrentSession::ended));
    }

    Uni<Optional<CurrentSession.SignedIn>> find(UUID sessionId) {
        return Panache.getSession().chain(database -> database.find(Session.class, sessionId)
                .chain(session -> withAccount(database, session)));
    }

    Uni<Optional<CurrentSession.SignedIn>> withCookie(OpaqueToken cookie) {
        return Panache.getSession()
                .chain(database -> database.createSelectionQuery("from Session where cookieHash = ?1", Session.class)
                        .setParameter(1, cookie.hash())
                        .getSingleResultOrNull()
                        .chain(session -> withAccount(database, session)));
    }

    private Uni<Optional<CurrentSession.SignedIn>> withAccount(Mutiny.Session database, @Nullable Session session) {
        if (session == null || !session.isLive(clock.instant())) {
            return Uni.createFrom().item(Optional.empty());
        }
        session.touch(clock.instant());
        return database.find(Account.class, session.accountId()).map(account -> Optional.ofNullable(account)
                .filter(Account::isActive)
                .map(active -> new CurrentSession.SignedIn(active, Objects.requireNonNull(session))));
    }
}

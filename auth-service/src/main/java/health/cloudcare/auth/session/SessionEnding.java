package health.cloudcare.auth.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.SessionRevoked;
import health.cloudcare.servicekit.outbox.Outbox;

/**
 * Ends sessions within the caller's transaction: from its commit on nothing can be renewed, and once the caller then calls
 * {@link Revocations#announce()}, or a second later by itself, the gateways refuse what was issued before.
 */
@ApplicationScoped
public class SessionEnding {

    private static final String REMEMBER =
            "INSERT INTO revoked_sessions (session_id, revoked_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    private static final String LIVE_OF_ACCOUNT =
            "from Session where accountId = ?1 and revokedAt is null and expiresAt > ?2 order by createdAt, id";

    private final Outbox outbox;
    private final Clock clock;

    SessionEnding(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The number of sessions that ended. */
    public Uni<Integer> endAll(UUID accountId, SessionEnd reason) {
        return endAll(accountId, session -> true, reason);
    }

    /** All but the one that the caller goes on in. */
    public Uni<Integer> endOthers(UUID accountId, UUID own, SessionEnd reason) {
        return endAll(accountId, session -> !session.id().equals(own), reason);
    }

    private Uni<Integer> endAll(UUID accountId, Predicate<Session> which, SessionEnd reason) {
        return Panache.getSession()
                .chain(database -> liveOf(database, accountId))
                .chain(sessions -> Multi.createFrom()
                        .iterable(sessions)
                        .filter(which)
                        .onItem()
                        .transformToUniAndConcatenate(session -> end(session, reason))
                        .onItem()
                        .ignoreAsUni()
                        .replaceWith(sessions.size()));
    }

    /** Does nothing when the account has no such session, or it ended already. */
    public Uni<Boolean> end(UUID accountId, UUID sessionId, SessionEnd reason) {
        return Panache.getSession()
                .chain(database -> database.find(Session.class, sessionId))
                .chain(session -> isLiveOf(session, accountId)
                        ? end(session, reason).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    Uni<Void> end(Session session, SessionEnd reason) {
        Instant now = clock.instant();
        session.revoke(reason, now);
        return remember(session.id(), now)
                .chain(() -> outbox.append(new SessionRevoked(now, session.accountId(), session.id(), reason.name())));
    }

    Uni<List<Session>> liveOf(Mutiny.Session database, UUID accountId) {
        return database.createSelectionQuery(LIVE_OF_ACCOUNT, Session.class)
                .setParameter(1, accountId)
                .setParameter(2, clock.instant())
                .getResultList();
    }

    private boolean isLiveOf(@Nullable Session session, UUID accountId) {
        return session != null && session.accountId().equals(accountId) && session.isLive(clock.instant());
    }

    private static Uni<Void> remember(UUID sessionId, Instant now) {
        return Panache.getSession()
                .chain(database -> database.createNativeQuery(REMEMBER)
                        .setParameter(1, sessionId)
                        .setParameter(2, now)
                        .executeUpdate())
                .replaceWithVoid();
    }
}

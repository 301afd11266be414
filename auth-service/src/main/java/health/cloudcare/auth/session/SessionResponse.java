package health.cloudcare.auth.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.account.IdentifierKind;

/**
 * A live session of the caller.
 *
 * @param lastActivity to the minute; calls to other services show when the session renews its token
 * @param isDevice whether a paired device sends readings with it
 * @param deviceInfo the {@code User-Agent} it was opened with
 */
record SessionResponse(
        UUID sessionId,
        @Nullable String userId,
        String userType,
        Instant loginTime,
        Instant lastActivity,
        Instant expiresAt,
        boolean isActive,
        boolean isCurrent,
        boolean isCookie,
        boolean isDevice,
        @Nullable String deviceInfo,
        @Nullable String ipAddress) {

    record All(List<SessionResponse> sessions, int count) {}

    static SessionResponse of(Session session, Account account, Session current) {
        return new SessionResponse(
                session.id(),
                account.value(IdentifierKind.USER_ID),
                account.role().name(),
                session.createdAt(),
                session.lastActivityAt(),
                session.expiresAt(),
                true,
                session.id().equals(current.id()),
                session.isCookie(),
                session.isDevice(),
                session.device(),
                session.address());
    }
}

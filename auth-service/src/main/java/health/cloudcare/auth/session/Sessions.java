package health.cloudcare.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.auth.account.Account;
import health.cloudcare.auth.token.AccessClaims;
import health.cloudcare.auth.token.AccessTokens;
import health.cloudcare.contracts.UuidV7;

/** Opens sessions and hands out the tokens that keep them going. Works within the caller's transaction. */
@ApplicationScoped
public class Sessions {

    private final AccessTokens accessTokens;
    private final Duration refreshLifetime;
    private final Clock clock;

    Sessions(
            AccessTokens accessTokens,
            @ConfigProperty(name = "cloudcare.token.refresh-lifetime") Duration refreshLifetime,
            Clock clock) {
        this.accessTokens = accessTokens;
        this.refreshLifetime = refreshLifetime;
        this.clock = clock;
    }

    public Uni<TokenResponse> open(Account account) {
        Instant now = clock.instant();
        Session session = new Session(UuidV7.at(now), account.id(), now);
        return Panache.getSession()
                .chain(database -> database.persist(session))
                .chain(() -> issue(account, session.id()));
    }

    /** The next pair of tokens of a session. */
    Uni<TokenResponse> issue(Account account, UUID sessionId) {
        Instant now = clock.instant();
        OpaqueToken refresh = OpaqueToken.random();
        RefreshToken stored = new RefreshToken(refresh.hash(), sessionId, now, now.plus(refreshLifetime));
        String access = accessTokens.forPerson(
                new AccessClaims(account.id(), account.role(), false, account.patientId(), null, null, sessionId),
                accessTokens.lifetime());
        TokenResponse response = new TokenResponse(
                access, refresh.text(), "bearer", accessTokens.lifetime().toSeconds(), UserResponse.of(account));
        return Panache.getSession().chain(database -> database.persist(stored)).replaceWith(response);
    }
}

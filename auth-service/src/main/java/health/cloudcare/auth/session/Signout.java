package health.cloudcare.auth.session;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.token.TokenVerification;

/** Ends the session behind a credential. When there is none (any more), everything is as wanted already. */
@ApplicationScoped
public class Signout {

    private final TokenVerification tokens;
    private final LiveSessions sessions;
    private final SessionEnding ending;
    private final Revocations revocations;

    Signout(TokenVerification tokens, LiveSessions sessions, SessionEnding ending, Revocations revocations) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.ending = ending;
        this.revocations = revocations;
    }

    /** @param cookie the value that the browser kept */
    public Uni<Void> ofCookie(String cookie) {
        return Panache.withTransaction(
                        () -> sessions.withCookie(new OpaqueToken(cookie)).chain(this::end))
                .chain(revocations::announce);
    }

    public Uni<Void> ofToken(String accessToken) {
        JsonWebToken token = verified(accessToken);
        return token == null
                ? Uni.createFrom().voidItem()
                : Panache.withTransaction(() -> sessions.ofToken(token)
                                .map(Optional::of)
                                .onFailure()
                                .recoverWithItem(Optional.<CurrentSession.SignedIn>empty())
                                .chain(this::end))
                        .chain(revocations::announce);
    }

    private Uni<Void> end(Optional<CurrentSession.SignedIn> live) {
        return live.map(signedIn -> ending.end(signedIn.session(), SessionEnd.LOGOUT))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private @Nullable JsonWebToken verified(String accessToken) {
        try {
            return tokens.verify(accessToken);
        } catch (ParseException e) {
            return null;
        }
    }
}

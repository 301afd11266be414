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
import health.cloudcare.auth.device.ClientDevice;
import health.cloudcare.auth.token.AccessClaims;
import health.cloudcare.auth.token.AccessTokens;
import health.cloudcare.contracts.UuidV7;
import health.cloudcare.servicekit.identity.Role;

/** Opens sessions and hands out what keeps them going. Works within the caller's transaction. */
@ApplicationScoped
public class Sessions {

    private final AccessTokens accessTokens;
    private final Duration refreshLifetime;
    private final Duration cookieLifetime;
    private final Duration deviceLifetime;
    private final ClientDevice device;
    private final Clock clock;

    Sessions(
            AccessTokens accessTokens,
            @ConfigProperty(name = "cloudcare.token.refresh-lifetime") Duration refreshLifetime,
            @ConfigProperty(name = "cloudcare.cookie.lifetime") Duration cookieLifetime,
            @ConfigProperty(name = "cloudcare.device.credential-lifetime") Duration deviceLifetime,
            ClientDevice device,
            Clock clock) {
        this.accessTokens = accessTokens;
        this.refreshLifetime = refreshLifetime;
        this.cookieLifetime = cookieLifetime;
        this.deviceLifetime = deviceLifetime;
        this.device = device;
        this.clock = clock;
    }

    public Uni<TokenResponse> open(Account account) {
        Instant now = clock.instant();
        Session session = new Session(UuidV7.at(now), account.id(), Session.Kind.TOKEN, device, now, refreshLifetime);
        account.signedIn(now);
        return Panache.getSession()
                .chain(database -> database.persist(session))
                .chain(() -> issue(account, session, OpaqueToken.random(), now));
    }

    public Uni<CookieSession> openWithCookie(Account account) {
        Instant now = clock.instant();
        OpaqueToken cookie = OpaqueToken.random();
        Session session = new Session(UuidV7.at(now), account.id(), Session.Kind.COOKIE, device, now, cookieLifetime);
        session.identifyBy(cookie);
        account.signedIn(now);
        return Panache.getSession()
                .chain(database -> database.persist(session))
                .replaceWith(new CookieSession(cookie.text(), cookieLifetime, now, session.expiresAt()));
    }

    /** @param deviceId the id that the device goes by */
    Uni<DeviceCredential> openForDevice(Account account, String deviceId) {
        Instant now = clock.instant();
        OpaqueToken credential = OpaqueToken.forDevice();
        Session session = new Session(UuidV7.at(now), account.id(), Session.Kind.DEVICE, device, now, deviceLifetime);
        session.identifyBy(credential);
        session.ofDevice(deviceId);
        return Panache.getSession()
                .chain(database -> database.persist(session))
                .replaceWith(new DeviceCredential(credential.text(), session.id(), session.expiresAt()));
    }

    /**
     * The next pair of tokens of a session.
     *
     * @param now of the whole request: a session that was opened at another moment would be written twice
     */
    Uni<TokenResponse> issue(Account account, Session session, OpaqueToken refresh, Instant now) {
        Instant expiry = now.plus(refreshLifetime);
        session.extend(now, expiry);
        RefreshToken stored = new RefreshToken(refresh.hash(), session.id(), now, expiry);
        return Panache.getSession()
                .chain(database -> database.persist(stored))
                .replaceWith(() -> pair(account, session, refresh));
    }

    TokenResponse pair(Account account, Session session, OpaqueToken refresh) {
        String access = accessToken(account, session, accessTokens.lifetime());
        return TokenResponse.of(
                access, refresh.text(), accessTokens.lifetime(), session.id(), UserResponse.of(account));
    }

    String accessToken(Account account, Session session, Duration lifetime) {
        return accessTokens.forPerson(
                new AccessClaims(
                        account.id(),
                        session.isDevice() ? Role.DEVICE : account.role(),
                        account.isVerified(),
                        account.patientId(),
                        account.doctorId(),
                        account.role() == Role.HOSPITAL_ADMIN ? account.hospitalId() : null,
                        session.id(),
                        session.deviceId()),
                lifetime);
    }

    /** @param credential what the device keeps; we keep its hash */
    record DeviceCredential(String credential, UUID sessionId, Instant expiresAt) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** @param cookie the value that the browser keeps; we keep its hash */
    public record CookieSession(String cookie, Duration lifetime, Instant createdAt, Instant expiresAt) {

        @Override
        public String toString() {
            return "***";
        }
    }
}

package health.cloudcare.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.device.ClientDevice;

/** A sign-in that lasts: until it is ended, or until nobody renewed it for the lifetime of a refresh token. */
@Entity
@Table(name = "sessions")
@NullUnmarked
class Session {

    enum Kind {
        /** Kept alive by refresh tokens. */
        TOKEN,
        /** Of the OTP surface: a cookie that the gateway exchanges for access tokens; never renewed. */
        COOKIE,
        /** Of a paired device: a credential that the gateway exchanges for access tokens of the device; never renewed. */
        DEVICE
    }

    /** Writing the time of every request would cost more than it tells. */
    private static final Duration ACTIVITY_PRECISION = Duration.ofMinutes(1);

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_activity_at")
    private Instant lastActivityAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Nullable
    private String device;

    @Nullable
    private String address;

    @Nullable
    @Column(name = "cookie_hash")
    private String cookieHash;

    @Nullable
    @Column(name = "device_id")
    private String deviceId;

    @Nullable
    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Nullable
    @Column(name = "revoke_reason")
    private String revokeReason;

    protected Session() {}

    Session(UUID id, UUID accountId, Kind kind, ClientDevice from, Instant now, Duration lifetime) {
        this.id = id;
        this.accountId = accountId;
        this.kind = kind;
        this.device = from.description();
        this.address = from.address();
        this.createdAt = now;
        this.lastActivityAt = now;
        this.expiresAt = now.plus(lifetime);
    }

    void identifyBy(OpaqueToken cookie) {
        cookieHash = cookie.hash();
    }

    /** @param own the id that the device goes by */
    void ofDevice(String own) {
        deviceId = own;
    }

    /** Its tokens were renewed. */
    void extend(Instant now, Instant until) {
        lastActivityAt = now;
        expiresAt = until;
    }

    void touch(Instant now) {
        if (now.isAfter(lastActivityAt.plus(ACTIVITY_PRECISION))) {
            lastActivityAt = now;
        }
    }

    void revoke(SessionEnd reason, Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            revokeReason = reason.name();
        }
    }

    boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    boolean isCookie() {
        return kind == Kind.COOKIE;
    }

    boolean isDevice() {
        return kind == Kind.DEVICE;
    }

    @Nullable
    String deviceId() {
        return deviceId;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastActivityAt() {
        return lastActivityAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    String device() {
        return device;
    }

    @Nullable
    String address() {
        return address;
    }

    @Override
    public String toString() {
        return "Session " + id;
    }
}

package health.cloudcare.auth.session;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What we remember of a refresh token: its hash, never the token. */
@Entity
@Table(name = "refresh_tokens")
@NullUnmarked
class RefreshToken {

    @Id
    @Column(name = "token_hash")
    private String hash;

    @Column(name = "session_id")
    private UUID sessionId;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Nullable
    @Column(name = "used_at")
    private Instant usedAt;

    protected RefreshToken() {}

    RefreshToken(String hash, UUID sessionId, Instant issuedAt, Instant expiresAt) {
        this.hash = hash;
        this.sessionId = sessionId;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    void use(Instant now) {
        usedAt = now;
    }

    boolean isUsed() {
        return usedAt != null;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    UUID sessionId() {
        return sessionId;
    }

    @Override
    public String toString() {
        return "RefreshToken of session " + sessionId;
    }
}

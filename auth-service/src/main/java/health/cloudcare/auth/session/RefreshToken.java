package health.cloudcare.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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

    /** The next token, sealed with this one. */
    @Nullable
    @Column(name = "successor_sealed")
    private byte[] successor;

    @Nullable
    @Column(name = "successor_hash")
    private String successorHash;

    @Nullable
    @Column(name = "repeated_at")
    private Instant repeatedAt;

    protected RefreshToken() {}

    RefreshToken(String hash, UUID sessionId, Instant issuedAt, Instant expiresAt) {
        this.hash = hash;
        this.sessionId = sessionId;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    void use(OpaqueToken text, OpaqueToken next, Instant now) {
        usedAt = now;
        successor = text.seal(next);
        successorHash = next.hash();
    }

    /** The client whose answer got lost asks again: once, within the grace, and before the next token was used. */
    boolean mayBeRepeated(Instant now, Duration grace) {
        return usedAt != null && repeatedAt == null && successor != null && now.isBefore(usedAt.plus(grace));
    }

    OpaqueToken repeat(OpaqueToken text, Instant now) {
        OpaqueToken next = text.open(Objects.requireNonNull(successor, "successor"));
        repeatedAt = now;
        successor = null;
        return next;
    }

    @Nullable
    String successorHash() {
        return successorHash;
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

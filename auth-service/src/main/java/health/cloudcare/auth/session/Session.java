package health.cloudcare.auth.session;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "sessions")
@NullUnmarked
class Session {

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Nullable
    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Nullable
    @Column(name = "revoke_reason")
    private String revokeReason;

    protected Session() {}

    Session(UUID id, UUID accountId, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.createdAt = now;
    }

    void revoke(String reason, Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            revokeReason = reason;
        }
    }

    boolean isLive() {
        return revokedAt == null;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    @Override
    public String toString() {
        return "Session " + id;
    }
}

package health.cloudcare.auth.otp;

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

import health.cloudcare.auth.delivery.Channel;

/** Waits for one code of one account and purpose. Tries are counted and codes used up by {@link Guesses} alone. */
@Entity
@Table(name = "otp_challenges")
@NullUnmarked
class OtpChallenge {

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose")
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel")
    private Channel channel;

    @Column(name = "destination_hash")
    private String destinationHash;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Nullable
    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "tries")
    private int tries;

    @Column(name = "total_tries")
    private int totalTries;

    /** Set in the table by {@link Guesses}. */
    @Nullable
    @Column(name = "consumed_at", updatable = false)
    private Instant consumedAt;

    @Nullable
    @Column(name = "superseded_at")
    private Instant supersededAt;

    protected OtpChallenge() {}

    OtpChallenge(UUID id, UUID accountId, Purpose purpose, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.purpose = purpose;
        this.createdAt = now;
        this.expiresAt = now;
    }

    /** The code that counts from now on. Further codes give further tries only up to a bound. */
    void expect(String hash, Channel by, String destination, Instant now, Instant until) {
        if (isExpired(now)) {
            totalTries = 0;
        }
        codeHash = hash;
        channel = by;
        destinationHash = destination;
        sentAt = now;
        expiresAt = until;
        tries = 0;
    }

    /** Another challenge takes its place and goes on counting. */
    void supersede(OtpChallenge next, Instant now) {
        supersededAt = now;
        if (!isExpired(now)) {
            next.totalTries = totalTries;
            next.expiresAt = expiresAt;
        }
    }

    /** The code never left, so another one may follow at once. */
    void notSent() {
        sentAt = null;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** From when on another code may be sent. */
    Instant nextCodeAt(OtpConfig config) {
        if (totalTries >= config.totalTries()) {
            return expiresAt;
        }
        return sentAt == null ? createdAt : sentAt.plus(config.coolDown());
    }

    UUID id() {
        return id;
    }

    @Override
    public String toString() {
        return "OtpChallenge " + id;
    }
}

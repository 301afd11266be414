package health.cloudcare.auth.account;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One name of one account. */
@Entity
@Table(name = "identifiers")
@IdClass(Identifier.Key.class)
@NullUnmarked
class Identifier {

    @Id
    @Enumerated(EnumType.STRING)
    private IdentifierKind kind;

    @Id
    @Column(name = "key")
    private String key;

    private String value;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    @Nullable
    @Column(name = "proved_at")
    private Instant provedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Identifier() {}

    Identifier(Account account, IdentifierKind kind, String value, Instant now) {
        this.account = account;
        this.kind = kind;
        this.key = kind.key(value);
        this.value = value.strip();
        this.createdAt = now;
    }

    void prove(Instant now) {
        if (provedAt == null) {
            provedAt = now;
        }
    }

    boolean isProved() {
        return provedAt != null;
    }

    IdentifierKind kind() {
        return kind;
    }

    String key() {
        return key;
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return kind + " of " + account;
    }

    record Key(IdentifierKind kind, String key) implements Serializable {
        Key() {
            this(IdentifierKind.EMAIL, "");
        }
    }
}

package health.cloudcare.auth.identifier;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;

import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.delivery.Channel;
import health.cloudcare.auth.delivery.Destination;

/** A name that its owner is about to prove; it goes with its challenge. */
@Entity
@Table(name = "pending_identifiers")
@NullUnmarked
class PendingIdentifier {

    @Id
    @Column(name = "challenge_id")
    private UUID challengeId;

    @Enumerated(EnumType.STRING)
    private IdentifierKind kind;

    private String value;

    protected PendingIdentifier() {}

    PendingIdentifier(UUID challengeId, Destination destination) {
        this.challengeId = challengeId;
        this.kind = kindOf(destination);
        this.value = destination.address();
    }

    static IdentifierKind kindOf(Destination destination) {
        return destination.channel() == Channel.SMS ? IdentifierKind.PHONE : IdentifierKind.EMAIL;
    }

    IdentifierKind kind() {
        return kind;
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "PendingIdentifier of challenge " + challengeId;
    }
}

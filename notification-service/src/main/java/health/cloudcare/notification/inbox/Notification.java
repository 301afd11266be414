package health.cloudcare.notification.inbox;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.mongodb.panache.common.MongoEntity;
import org.bson.codecs.pojo.annotations.BsonCreator;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;

/**
 * A message that waits for an account. Its id is the id of the event that caused it, so that a repeated delivery finds it
 * already there. Says that something is to be seen, never what: texts hold no personal and no clinical data.
 */
@MongoEntity(collection = "notification")
public class Notification {

    private final UUID id;
    private final UUID recipient;
    private final NotificationKind kind;
    private final String message;
    private final Instant createdAt;

    @BsonCreator
    public Notification(
            @BsonId UUID id,
            @BsonProperty("recipient") UUID recipient,
            @BsonProperty("kind") NotificationKind kind,
            @BsonProperty("message") String message,
            @BsonProperty("createdAt") Instant createdAt) {
        this.id = id;
        this.recipient = recipient;
        this.kind = kind;
        this.message = message;
        this.createdAt = createdAt;
    }

    @BsonId
    public UUID getId() {
        return id;
    }

    /** The account. */
    public UUID getRecipient() {
        return recipient;
    }

    public NotificationKind getKind() {
        return kind;
    }

    public String getMessage() {
        return message;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}

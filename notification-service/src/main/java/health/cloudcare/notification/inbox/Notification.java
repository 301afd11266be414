package health.cloudcare.notification.inbox;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.mongodb.panache.common.MongoEntity;
import org.bson.codecs.pojo.annotations.BsonCreator;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable UUID relatedId;
    private final @Nullable Instant readAt;

    /** Unread. @param relatedId of what it is about; null when that has none */
    Notification(
            UUID id,
            UUID recipient,
            NotificationKind kind,
            String message,
            Instant createdAt,
            @Nullable UUID relatedId) {
        this(id, recipient, kind, message, createdAt, relatedId, null);
    }

    @BsonCreator
    public Notification(
            @BsonId UUID id,
            @BsonProperty("recipient") UUID recipient,
            @BsonProperty("kind") NotificationKind kind,
            @BsonProperty("message") String message,
            @BsonProperty("createdAt") Instant createdAt,
            @BsonProperty("relatedId") @Nullable UUID relatedId,
            @BsonProperty("readAt") @Nullable Instant readAt) {
        this.id = id;
        this.recipient = recipient;
        this.kind = kind;
        this.message = message;
        this.createdAt = createdAt;
        this.relatedId = relatedId;
        this.readAt = readAt;
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

    public @Nullable UUID getRelatedId() {
        return relatedId;
    }

    /** Null as long as nobody has read it. */
    public @Nullable Instant getReadAt() {
        return readAt;
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}

package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/** A notification waits for its recipient; its text stays in the notification service. */
public record NotificationCreated(
        UUID eventId, Instant occurredAt, UUID recipientAccountId, UUID notificationId, String kind) implements Event {

    public static final String TYPE = "notification.created";

    public NotificationCreated(Instant occurredAt, UUID recipientAccountId, UUID notificationId, String kind) {
        this(UuidV7.at(occurredAt), occurredAt, recipientAccountId, notificationId, kind);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Topic topic() {
        return Topic.NOTIFICATION;
    }

    @Override
    public String key() {
        return recipientAccountId.toString();
    }
}

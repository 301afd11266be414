package health.cloudcare.notification.inbox;

import java.time.Instant;
import java.util.UUID;

/** @param kind what it is about, for the client to choose an icon or a screen */
public record NotificationResponse(UUID id, NotificationKind kind, String title, String message, Instant createdAt) {

    static NotificationResponse of(Notification notification) {
        return new NotificationResponse(
                notification.getId(),
                notification.getKind(),
                notification.getKind().title(),
                notification.getMessage(),
                notification.getCreatedAt());
    }
}

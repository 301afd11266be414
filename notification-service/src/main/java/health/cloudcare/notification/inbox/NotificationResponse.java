package health.cloudcare.notification.inbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * @param kind what it is about, for the client to choose an icon or a screen
 * @param relatedId of the consent, connection, document or stay that it is about
 */
public record NotificationResponse(
        UUID id,
        NotificationKind kind,
        String title,
        String message,
        Instant createdAt,
        boolean isRead,
        @Nullable UUID relatedId) {

    static NotificationResponse of(Notification notification) {
        return new NotificationResponse(
                notification.getId(),
                notification.getKind(),
                notification.getKind().title(),
                notification.getMessage(),
                notification.getCreatedAt(),
                notification.getReadAt() != null,
                notification.getRelatedId());
    }
}

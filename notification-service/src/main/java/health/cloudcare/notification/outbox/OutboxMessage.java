package health.cloudcare.notification.outbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A sent message as the outbox shows it. */
public record OutboxMessage(
        UUID id, String channel, String to, @Nullable String subject, String text, Instant sentAt) {

    @Override
    public String toString() {
        return channel + " " + id;
    }
}

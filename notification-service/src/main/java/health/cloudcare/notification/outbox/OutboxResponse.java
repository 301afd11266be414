package health.cloudcare.notification.outbox;

import java.util.List;

/** @param messages newest first */
public record OutboxResponse(List<OutboxMessage> messages) {

    public OutboxResponse {
        messages = List.copyOf(messages);
    }

    @Override
    public String toString() {
        return messages.size() + " messages";
    }
}

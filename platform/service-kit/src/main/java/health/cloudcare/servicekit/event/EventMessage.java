package health.cloudcare.servicekit.event;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.servicekit.correlation.Correlation;

/** An event in its wire form, ready to be published or to be kept until it can be. */
public record EventMessage(
        UUID id,
        String type,
        String topic,
        String key,
        Instant time,
        @Nullable String correlationId,
        byte[] data) {

    /** Takes the correlation id of the request being served. */
    public static EventMessage of(Event event) {
        return new EventMessage(
                event.eventId(),
                event.type(),
                event.topic().topicName(),
                event.key(),
                event.occurredAt(),
                Correlation.current(),
                EventJson.write(event));
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}

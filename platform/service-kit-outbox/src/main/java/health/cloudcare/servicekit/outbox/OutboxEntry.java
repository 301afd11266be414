package health.cloudcare.servicekit.outbox;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.event.EventMessage;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A row on its way into the outbox. It is never read back: the relay works on rows. */
@Entity
@Table(name = "outbox")
@NullUnmarked
public class OutboxEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "event_id")
    UUID eventId;

    String type;
    String topic;

    @Column(name = "event_key")
    String key;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Nullable
    @Column(name = "correlation_id")
    String correlationId;

    String data;

    protected OutboxEntry() {}

    OutboxEntry(EventMessage message) {
        this.eventId = message.id();
        this.type = message.type();
        this.topic = message.topic();
        this.key = message.key();
        this.occurredAt = message.time();
        this.correlationId = message.correlationId();
        this.data = new String(message.data(), UTF_8);
    }
}

package health.cloudcare.servicekit.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.Event;

/**
 * Publishes events straight to Kafka. The result completes when all in-sync replicas have the event and fails after a few
 * seconds otherwise. Services with a PostgreSQL database publish through the outbox instead, which never loses one.
 */
@ApplicationScoped
public class EventPublisher {

    /** A caller waits for at most both: finding the broker, then delivering. */
    private static final int MAX_BLOCK_MS = 3_000;

    private static final int DELIVERY_TIMEOUT_MS = 8_000;

    private final String bootstrapServers;
    private final String source;
    private @Nullable Producer<String, byte[]> producer;

    public EventPublisher(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.bootstrapServers = bootstrapServers;
        this.source = "urn:cloudcare:" + application;
    }

    public Uni<Void> publish(Event event) {
        return Uni.createFrom().deferred(() -> publish(EventMessage.of(event)));
    }

    public Uni<Void> publish(EventMessage message) {
        return onTheCallersContext(send(message));
    }

    /** All of them, in this order. Fails, once each is settled, when any of them does. */
    public Uni<Void> publishAll(List<? extends Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Uni<Void>> sent =
                events.stream().map(EventMessage::of).map(this::send).toList();
        return onTheCallersContext(Uni.join().all(sent).andCollectFailures().replaceWithVoid());
    }

    private static Uni<Void> onTheCallersContext(Uni<Void> sending) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            // finding the broker may block, delivering is reported on the producer's thread: neither is the caller's
            Uni<Void> sent = sending.runSubscriptionOn(Infrastructure.getDefaultExecutor());
            return caller == null ? sent : sent.emitOn(command -> caller.runOnContext(ignored -> command.run()));
        });
    }

    private Uni<Void> send(EventMessage message) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                message.topic(), null, message.key(), message.data(), CloudEventHeaders.of(message, source));
        return Uni.createFrom().emitter(emitter -> {
            Future<RecordMetadata> unused = producer().send(record, (metadata, failure) -> {
                if (failure == null) {
                    emitter.complete(null);
                } else {
                    emitter.fail(failure);
                }
            });
        });
    }

    /** Made when first needed: a service that publishes nothing opens no connection. */
    private synchronized Producer<String, byte[]> producer() {
        Producer<String, byte[]> current = producer;
        if (current == null) {
            Map<String, Object> settings = Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers,
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    true,
                    // a caller waits for each; under load they share requests without being held back for it
                    ProducerConfig.LINGER_MS_CONFIG,
                    0,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    MAX_BLOCK_MS,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    DELIVERY_TIMEOUT_MS / 2,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    DELIVERY_TIMEOUT_MS,
                    ProducerConfig.CLIENT_ID_CONFIG,
                    source);
            current = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = current;
        }
        return current;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}

package health.cloudcare.patient.accesslog;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Puts records that can never be logged aside, as they came, with the cause and their origin in headers. */
@ApplicationScoped
class AccessDeadLetterPublisher {

    private final MutinyEmitter<byte[]> emitter;
    private final Counter published;

    AccessDeadLetterPublisher(@Channel("access-dead-letters") MutinyEmitter<byte[]> emitter, MeterRegistry metrics) {
        this.emitter = emitter;
        this.published = metrics.counter("cloudcare.access.log.dead.lettered");
    }

    /** Completes when the broker has acknowledged it. */
    Uni<Void> publish(ConsumerRecord<String, byte[]> record, String cause) {
        RecordHeaders headers = new RecordHeaders(record.headers());
        add(headers, "dead-letter-cause", cause);
        add(headers, "dead-letter-topic", record.topic());
        add(headers, "dead-letter-partition", Integer.toString(record.partition()));
        add(headers, "dead-letter-offset", Long.toString(record.offset()));
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(record.key())
                .withHeaders(headers)
                .build();
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return emitter.sendMessage(Message.of(value).addMetadata(metadata)).invoke(() -> published.increment());
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}

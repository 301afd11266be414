package health.cloudcare.wearables.publish;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

import health.cloudcare.contracts.readings.ReadingBatch;

/** Sends batches to the readings topic. What a caller may have under way is bounded before it comes here. */
@ApplicationScoped
class ReadingPublisher {

    private final MutinyEmitter<byte[]> readings;
    private final Duration patience;

    ReadingPublisher(
            @Channel("readings-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> readings,
            @ConfigProperty(name = "cloudcare.wearables.publish.acknowledge-within") Duration patience) {
        this.readings = readings;
        this.patience = patience;
    }

    /** Completes when the broker has acknowledged the batch, fails when it does not in time. Sent in the order of calls. */
    Uni<Void> send(ReadingBatch batch) {
        OutgoingKafkaRecordMetadata<String> key = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(batch.getPatientId())
                .build();
        Message<byte[]> message = Message.of(batch.toByteArray(), Metadata.of(key));
        // deferred, so that a channel that was shut down is a failure like any other
        return Uni.createFrom()
                .deferred(() -> readings.sendMessage(message))
                .ifNoItem()
                .after(patience)
                .fail();
    }
}

package health.cloudcare.wearables.ingest;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import health.cloudcare.wearables.alert.AlertWatch;
import health.cloudcare.wearables.ingest.RecordDecoder.Part;
import health.cloudcare.wearables.ingest.Watermarks.Watermark;

/**
 * Takes the readings topic into the database, a poll at a time; the next one is decoded meanwhile. Nothing is skipped: a poll
 * that the database cannot take is tried until it can. Each try takes the records of those partitions that are still this
 * consumer's, so that one that was lost meanwhile is left to whoever has it now.
 */
@ApplicationScoped
class ReadingsConsumer {
    private static final Logger LOG = Logger.getLogger(ReadingsConsumer.class);

    private final Assignments assignments;
    private final Rewinds rewinds;
    private final RecordDecoder decoder;
    private final Aggregates aggregates;
    private final AlertWatch alerts;
    private final IngestEventPublisher events;
    private final DeadLetterPublisher deadLetters;
    private final IngestConfig config;
    private final IngestMetrics metrics;
    private CompletableFuture<Void> latest = CompletableFuture.completedFuture(null);

    ReadingsConsumer(
            Assignments assignments,
            Rewinds rewinds,
            RecordDecoder decoder,
            Aggregates aggregates,
            AlertWatch alerts,
            IngestEventPublisher events,
            DeadLetterPublisher deadLetters,
            IngestConfig config,
            IngestMetrics metrics) {
        this.assignments = assignments;
        this.rewinds = rewinds;
        this.decoder = decoder;
        this.aggregates = aggregates;
        this.alerts = alerts;
        this.events = events;
        this.deadLetters = deadLetters;
        this.config = config;
        this.metrics = metrics;
    }

    /** Ends with the poll before, so that two are in memory at most: one that is merged and one that is decoded. */
    @Incoming("readings")
    Uni<Void> consume(Message<ConsumerRecords<String, byte[]>> message) {
        CompletableFuture<Void> before = latest;
        CompletableFuture<List<Part>> decoded = tried(decoder.decode(message.getPayload()));
        latest = before.thenCompose(merged -> decoded)
                .thenCompose(parts -> tried(Uni.createFrom().deferred(() -> take(parts))))
                .thenCompose(merged -> message.ack())
                .exceptionally(failure -> {
                    LOG.debug("Kafka was not told how far the readings are merged", failure);
                    return null;
                });
        return Uni.createFrom().completionStage(before);
    }

    private <T> CompletableFuture<T> tried(Uni<T> work) {
        return work.runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> LOG.warn("a poll is tried again", failure))
                .onFailure()
                .retry()
                .withBackOff(config.retryAfter(), config.retryAtMost())
                .indefinitely()
                .subscribeAsCompletionStage();
    }

    private Uni<Void> take(List<Part> parts) {
        Poll poll = own(parts);
        return aggregates
                .merge(poll)
                .chain(() -> putAside(poll))
                .chain(() -> events.publish(poll))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> alerts.told(poll.alerts()))
                .invoke(() -> rewinds.elsewhere(aggregates.advance(poll)))
                .invoke(() -> metrics.merged(poll));
    }

    /** Without what was fetched under an earlier assignment: who claims a partition reads it again from its watermark. */
    private Poll own(List<Part> parts) {
        Poll poll = new Poll();
        for (Part part : parts) {
            Watermark position = assignments.position(part.partition(), part.epoch());
            if (position != null && !rewinds.skip(part.partition(), part.firstOffset())) {
                poll.take(part, position);
            }
        }
        return poll;
    }

    private Uni<Void> putAside(Poll poll) {
        if (poll.deadLetters().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.join()
                .all(poll.deadLetters().stream().map(deadLetters::publish).toList())
                .andFailFast()
                .invoke(() -> metrics.putAside(poll))
                .replaceWithVoid();
    }
}

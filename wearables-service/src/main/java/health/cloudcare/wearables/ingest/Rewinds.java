package health.cloudcare.wearables.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.ingest.Watermarks.Watermark;

/**
 * Goes back when the database turns out to be behind: it was killed and lost its last second, or restored from a backup.
 * Noticed when a watermark is to be moved on, and every few seconds in between; then partitions are claimed, too, that were
 * assigned while the database was down.
 */
@ApplicationScoped
class Rewinds {
    private static final Logger LOG = Logger.getLogger(Rewinds.class);

    private final Watermarks watermarks;
    private final Assignments assignments;
    private final KafkaClientService kafka;
    private final IngestConfig config;
    /** Partitions on their way back, with the offset they had reached. */
    private final Map<TopicPartition, Long> ahead = new ConcurrentHashMap<>();

    private @Nullable Cancellable watch;

    Rewinds(Watermarks watermarks, Assignments assignments, KafkaClientService kafka, IngestConfig config) {
        this.watermarks = watermarks;
        this.assignments = assignments;
        this.kafka = kafka;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        watch = Multi.createFrom()
                .ticks()
                .every(config.watermarkCheck())
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .invoke(this::compare)
                .onFailure()
                .invoke(failure -> LOG.debug("the watermarks could not be read", failure))
                .onFailure()
                .retry()
                .withBackOff(config.retryAfter(), config.retryAtMost())
                .indefinitely()
                .subscribe()
                .with(tick -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        if (watch != null) {
            watch.cancel();
        }
    }

    private void compare() {
        Map<TopicPartition, Watermark> positions = assignments.positions();
        Map<TopicPartition, Watermark> stored = watermarks.read(positions.keySet());
        ahead.keySet().retainAll(positions.keySet()); // who gets a partition again begins anew
        positions.forEach((partition, position) -> {
            Watermark found = stored.get(partition);
            // a position that moved meanwhile was not behind
            if (found == null || isBehind(found, position) && position.equals(assignments.position(partition))) {
                back(partition, position, found == null ? 0 : found.next());
            }
        });
        claimMissing();
    }

    /**
     * Partitions that were assigned while the database was down. Kafka's own offset went on meanwhile: what was fetched by it
     * must not move the watermark past records that nobody merged.
     */
    private void claimMissing() {
        kafka.<String, byte[]>getConsumer("readings")
                .runOnPollingThread(consumer -> {
                    assignments.claim(
                            consumer,
                            consumer.assignment(),
                            (partition, claimed) -> ahead.put(partition, claimed.next() + 1));
                })
                .subscribe()
                .with(done -> {}, failure -> LOG.debug("not all partitions could be claimed", failure));
    }

    private static boolean isBehind(Watermark found, Watermark position) {
        return found.epoch() <= position.epoch() && found.next() < position.next();
    }

    /** Deals with watermarks that were not where this consumer left them. */
    void elsewhere(Map<TopicPartition, Watermark> found) {
        found.forEach((partition, watermark) -> {
            Watermark position = assignments.position(partition);
            if (position != null && isBehind(watermark, position)) {
                back(partition, position, watermark.next());
            }
        });
    }

    private void back(TopicPartition partition, Watermark position, long next) {
        LOG.warnf("the database has %s up to %d, not %d: reading again", partition, next, position.next());
        ahead.merge(partition, position.next(), Math::max);
        kafka.<String, byte[]>getConsumer("readings")
                .runOnPollingThread(consumer -> {
                    if (consumer.assignment().contains(partition)) {
                        Watermark claimed = watermarks.claim(partition, 0);
                        assignments.rewound(partition, claimed);
                        consumer.seek(partition, claimed.next());
                    }
                })
                .subscribe()
                .with(done -> {}, failure -> LOG.warn("the consumer could not be set back", failure));
    }

    /** Whether records of a partition on its way back, from that offset on, were fetched before it turned. */
    boolean skip(TopicPartition partition, long firstOffset) {
        Long turnedAt = ahead.get(partition);
        if (turnedAt == null) {
            return false;
        }
        if (firstOffset >= turnedAt) {
            return true;
        }
        ahead.remove(partition);
        return false;
    }
}

package health.cloudcare.wearables.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import health.cloudcare.wearables.alert.AlertWatch;
import health.cloudcare.wearables.ingest.Poll.DeadLetter;
import health.cloudcare.wearables.ingest.Watermarks.Step;
import health.cloudcare.wearables.ingest.Watermarks.Watermark;

/**
 * Takes the readings topic into the database, a poll at a time. Nothing is skipped: a poll that the database cannot take
 * is tried until it can. Each try takes the records of those partitions that are this consumer's by then, so that one
 * that was lost meanwhile is left to whoever has it now.
 */
@ApplicationScoped
class ReadingsConsumer {
    private static final Logger LOG = Logger.getLogger(ReadingsConsumer.class);

    private final Assignments assignments;
    private final Rewinds rewinds;
    private final RecordCheck check;
    private final Aggregates aggregates;
    private final AlertWatch alerts;
    private final IngestEventPublisher events;
    private final DeadLetterPublisher deadLetters;
    private final IngestConfig config;
    private final IngestMetrics metrics;

    ReadingsConsumer(
            Assignments assignments,
            Rewinds rewinds,
            RecordCheck check,
            Aggregates aggregates,
            AlertWatch alerts,
            IngestEventPublisher events,
            DeadLetterPublisher deadLetters,
            IngestConfig config,
            IngestMetrics metrics) {
        this.assignments = assignments;
        this.rewinds = rewinds;
        this.check = check;
        this.aggregates = aggregates;
        this.alerts = alerts;
        this.events = events;
        this.deadLetters = deadLetters;
        this.config = config;
        this.metrics = metrics;
    }

    @Incoming("readings")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return Uni.createFrom()
                .deferred(() -> process(records))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "a poll of %d records is tried again", records.count()))
                .onFailure()
                .retry()
                .withBackOff(config.retryAfter(), config.retryAtMost())
                .indefinitely();
    }

    private Uni<Void> process(ConsumerRecords<String, byte[]> records) {
        return sorted(records).chain(poll -> aggregates
                .merge(poll)
                .chain(() -> putAside(poll))
                .chain(() -> events.publish(poll))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> alerts.told(poll.alerts()))
                .invoke(() -> rewinds.elsewhere(aggregates.advance(poll)))
                .invoke(() -> metrics.merged(poll)));
    }

    /** Records of one partition, as far as this consumer had merged it. */
    private record Part(TopicPartition partition, Watermark position, List<ConsumerRecord<String, byte[]>> records) {}

    /**
     * The records of partitions that are this consumer's, the sound ones apart from the others. Decoding is a good part of all
     * the work, so it is done in as many lanes as merging.
     */
    private Uni<Poll> sorted(ConsumerRecords<String, byte[]> records) {
        Map<Integer, List<Part>> lanes = new TreeMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<String, byte[]>> own = records.records(partition);
            Watermark position = assignments.position(partition);
            if (position != null && !rewinds.skip(partition, own)) {
                lanes.computeIfAbsent(partition.partition() % config.lanes(), any -> new ArrayList<>())
                        .add(new Part(partition, position, own));
            }
        }
        if (lanes.isEmpty()) {
            return Uni.createFrom().item(new Poll());
        }
        List<Uni<Poll>> sorting = lanes.values().stream()
                .map(parts -> Uni.createFrom()
                        .item(() -> sorted(parts))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .toList();
        return Uni.join().all(sorting).andCollectFailures().map(Poll::together);
    }

    private Poll sorted(List<Part> parts) {
        Poll poll = new Poll();
        for (Part part : parts) {
            part.records().forEach(record -> sort(record, part.position(), poll));
            poll.step(
                    part.partition(),
                    new Step(part.position(), part.records().getLast().offset() + 1));
        }
        return poll;
    }

    private void sort(ConsumerRecord<String, byte[]> record, Watermark position, Poll poll) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        try {
            poll.sound(new IncomingBatch(partition, record.offset(), position.epoch(), check.check(record)));
        } catch (PoisonRecordException e) {
            LOG.warnf("%s@%d goes to the dead letters: %s", partition, record.offset(), e.reason());
            poll.poison(new DeadLetter(record, e.reason()));
        }
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

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
import org.jboss.logging.Logger;

import health.cloudcare.wearables.ingest.Poll.DeadLetter;
import health.cloudcare.wearables.ingest.Watermarks.Watermark;

/**
 * Decodes what was fetched, the sound records apart from the others. That is a good part of all the work and depends on
 * nothing but the records, so it is done in as many lanes as merging, and ahead of it.
 */
@ApplicationScoped
class RecordDecoder {
    private static final Logger LOG = Logger.getLogger(RecordDecoder.class);

    private final Assignments assignments;
    private final RecordCheck check;
    private final IngestConfig config;

    RecordDecoder(Assignments assignments, RecordCheck check, IngestConfig config) {
        this.assignments = assignments;
        this.check = check;
        this.config = config;
    }

    /**
     * One partition's records of a poll.
     *
     * @param epoch this consumer's assignment of the partition when it got them
     * @param next the offset behind the last
     */
    record Part(
            TopicPartition partition,
            long epoch,
            long firstOffset,
            long next,
            List<IncomingBatch> sound,
            List<DeadLetter> poison) {}

    private record Fetched(TopicPartition partition, long epoch, List<ConsumerRecord<String, byte[]>> records) {}

    /** Of the partitions that this consumer has claimed by now. */
    Uni<List<Part>> decode(ConsumerRecords<String, byte[]> records) {
        Map<Integer, List<Fetched>> lanes = new TreeMap<>();
        for (TopicPartition partition : records.partitions()) {
            Watermark position = assignments.position(partition);
            if (position != null) {
                lanes.computeIfAbsent(partition.partition() % config.lanes(), any -> new ArrayList<>())
                        .add(new Fetched(partition, position.epoch(), records.records(partition)));
            }
        }
        if (lanes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Uni<List<Part>>> decoding = lanes.values().stream()
                .map(lane -> Uni.createFrom()
                        .item(() -> lane.stream().map(this::decode).toList())
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .toList();
        return Uni.join().all(decoding).andCollectFailures().map(parts -> parts.stream()
                .flatMap(List::stream)
                .toList());
    }

    private Part decode(Fetched fetched) {
        List<IncomingBatch> sound = new ArrayList<>();
        List<DeadLetter> poison = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : fetched.records()) {
            try {
                sound.add(IncomingBatch.of(fetched.partition(), record.offset(), fetched.epoch(), check.check(record)));
            } catch (PoisonRecordException e) {
                LOG.warnf("%s@%d goes to the dead letters: %s", fetched.partition(), record.offset(), e.reason());
                poison.add(new DeadLetter(record, e.reason()));
            }
        }
        return new Part(
                fetched.partition(),
                fetched.epoch(),
                fetched.records().getFirst().offset(),
                fetched.records().getLast().offset() + 1,
                sound,
                poison);
    }
}

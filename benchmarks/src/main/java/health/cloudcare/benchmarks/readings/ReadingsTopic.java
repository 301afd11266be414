package health.cloudcare.benchmarks.readings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import health.cloudcare.contracts.Topic;

/** The ingest topic, written as the wearables service writes it and read from any offset on. */
public record ReadingsTopic(String bootstrap) {
    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, Topic.WEARABLES_READINGS.partitions())
            .mapToObj(number -> new TopicPartition(Topic.WEARABLES_READINGS.topicName(), number))
            .toList();

    /** Returns when the broker has acknowledged every record. */
    public void publish(List<ProducerRecord<String, byte[]>> records) throws InterruptedException, ExecutionException {
        try (var producer = producer()) {
            List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
            records.forEach(record -> sent.add(producer.send(record)));
            for (Future<RecordMetadata> acknowledged : sent) {
                acknowledged.get();
            }
        }
    }

    /** That waits for all replicas, as the wearables service does; and remembers the topic when no broker answers. */
    public Producer<String, byte[]> producer() {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "none");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** The offset behind the last record of each partition. */
    public Map<TopicPartition, Long> end() {
        try (var consumer = consumer()) {
            return consumer.endOffsets(PARTITIONS);
        }
    }

    /** Everything that stands in another topic of the same broker. */
    public List<ConsumerRecord<String, byte[]>> all(String name) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (!reached(consumer, end)) {
                consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
            }
        }
        return all;
    }

    /** What to do with some records of one partition; false ends the reading. */
    public interface Polled {
        boolean take(List<ConsumerRecord<String, byte[]>> records) throws Exception;
    }

    /** Reads the records between these offsets. */
    public void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> until, Polled polled) throws Exception {
        try (var consumer = consumer()) {
            consumer.assign(PARTITIONS);
            from.forEach(consumer::seek);
            boolean more = true;
            while (more && !reached(consumer, until)) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
                for (TopicPartition partition : records.partitions()) {
                    if (more) {
                        more = polled.take(before(until.getOrDefault(partition, 0L), records.records(partition)));
                    }
                }
            }
        }
    }

    private static List<ConsumerRecord<String, byte[]>> before(
            long offset, List<ConsumerRecord<String, byte[]>> records) {
        return records.getLast().offset() < offset
                ? records
                : records.stream().filter(record -> record.offset() < offset).toList();
    }

    private static boolean reached(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> end) {
        return end.entrySet().stream().allMatch(entry -> consumer.position(entry.getKey()) >= entry.getValue());
    }

    /** Polls and fetches as much as the wearables service does. */
    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        400,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        8_388_608),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}

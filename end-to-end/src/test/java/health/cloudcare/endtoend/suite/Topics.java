package health.cloudcare.endtoend.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The topics, read and written behind the services' backs. */
public final class Topics {

    public static final String CONSENTS = "cloudcare.consent.v1";
    public static final String ACCESS = "cloudcare.access.v1";

    private static final Duration POLL = Duration.ofMillis(200);

    private final String broker;

    Topics(int portBase) {
        broker = "127.0.0.1:" + (portBase + 21);
    }

    /** Where a topic ends now, for reading on from there. */
    public Map<TopicPartition, Long> ends(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic));
        }
    }

    /** All records, in the order of each partition. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        return readFrom(Map.of(), topic);
    }

    /** @param starts the first offset of each partition; of those that are not named, all */
    public List<ConsumerRecord<String, byte[]>> readFrom(Map<TopicPartition, Long> starts, String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            starts.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    /** Whether a consumer group has dealt with everything that is there. */
    public boolean isDealtWith(String topic, String group) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(Map.of("group.id", group))) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
            return consumer.endOffsets(partitions).entrySet().stream().allMatch(end -> {
                OffsetAndMetadata offset = committed.get(end.getKey());
                return end.getValue() == 0 || offset != null && offset.offset() >= end.getValue();
            });
        }
    }

    /** The same records once more, byte for byte, in this order. */
    public void repeat(List<ConsumerRecord<String, byte[]>> records) {
        send(records.stream()
                .map(record -> new ProducerRecord<>(
                        record.topic(), record.partition(), record.key(), record.value(), record.headers()))
                .toList());
    }

    /** Something that claims to be an event of that type. */
    public void put(String topic, String key, String type, String text) {
        List<Header> headers = List.of(new RecordHeader("ce_type", type.getBytes(UTF_8)));
        send(List.of(new ProducerRecord<>(topic, null, key, text.getBytes(UTF_8), headers)));
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "acks", "all");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return consumer(Map.of());
    }

    private KafkaConsumer<String, byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", broker);
        settings.put("enable.auto.commit", false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}

package health.cloudcare.patient.accesslog;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import health.cloudcare.contracts.AccessHeadSigned;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.signature.RecordSignature;
import health.cloudcare.servicekit.event.CloudEventHeaders;

/** The topic of heads, from its beginning to where it ended when it was opened. Blocks. */
final class HeadTopic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int FETCH_WAIT_MILLIS = 20;
    private static final int POLL_RECORDS = 10_000;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    private HeadTopic(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.ACCESS_HEAD.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.ends = consumer.endOffsets(partitions);
    }

    static HeadTopic open(String bootstrapServers) {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        POLL_RECORDS,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        TIMEOUT_MILLIS,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        TIMEOUT_MILLIS,
                        // it ends soon, and nobody waits for more
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        FETCH_WAIT_MILLIS),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        try {
            return new HeadTopic(consumer);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    boolean isRead() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** The next heads of these patients, as they are claimed: nobody has verified them. */
    List<SealedPoint> next(PatientRange range) {
        List<SealedPoint> claims = new ArrayList<>();
        consumer.poll(POLL).forEach(record -> claim(record)
                .filter(claim -> range.contains(claim.patientId()))
                .ifPresent(claims::add));
        return claims;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static Optional<SealedPoint> claim(ConsumerRecord<String, byte[]> record) {
        String type = CloudEventHeaders.text(record.headers(), CloudEventHeaders.TYPE);
        if (record.value() == null || !AccessHeadSigned.TYPE.equals(type)) {
            return Optional.empty();
        }
        try {
            return claim(EventJson.read(record.value(), AccessHeadSigned.class));
        } catch (UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<SealedPoint> claim(AccessHeadSigned event) {
        boolean complete = Stream.of(event.patientId(), event.hash(), event.keyId(), event.signature())
                .allMatch(Objects::nonNull);
        return complete && HASH.matcher(event.hash()).matches()
                ? Optional.of(new SealedPoint(
                        event.patientId(),
                        event.sequence(),
                        new EntryHash(event.hash()),
                        new RecordSignature(event.keyId(), event.signature()),
                        Instant.EPOCH))
                : Optional.empty();
    }
}

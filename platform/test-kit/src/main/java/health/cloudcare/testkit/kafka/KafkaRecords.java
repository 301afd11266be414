package health.cloudcare.testkit.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.Topic;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;

/**
 * What is on some topics, from their beginning. Topics are shared by all tests of a run: tell your records by their key.
 *
 * <pre>{@code
 * try (KafkaRecords records = KafkaRecords.of(Topic.PATIENT)) {
 *     var record = records.await(KafkaRecords.withKey(patientId.toString()));
 * }
 * }</pre>
 */
public final class KafkaRecords implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<@Nullable String, byte[]> consumer;
    private final List<ConsumerRecord<@Nullable String, byte[]>> seen = new ArrayList<>();

    private KafkaRecords(String bootstrap, List<String> topics) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        // a topic that the service under test creates only later is noticed soon
                        "metadata.max.age.ms",
                        1000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(topics);
    }

    public static KafkaRecords of(Topic... topics) {
        return of(
                BackingServicesProcess.address(BackingService.KAFKA),
                Arrays.stream(topics).map(Topic::topicName).toArray(String[]::new));
    }

    public static KafkaRecords of(String bootstrap, String... topics) {
        return new KafkaRecords(bootstrap, List.of(topics));
    }

    /** The first record that matches, waiting for it. */
    public ConsumerRecord<@Nullable String, byte[]> await(
            Predicate<ConsumerRecord<@Nullable String, byte[]>> condition) {
        return await(condition, 1).getFirst();
    }

    /** The records that match, waiting until there are this many. */
    public List<ConsumerRecord<@Nullable String, byte[]>> await(
            Predicate<ConsumerRecord<@Nullable String, byte[]>> condition, int count) {
        return until(records -> records.stream().filter(condition).count() >= count).stream()
                .filter(condition)
                .toList();
    }

    /** All records so far, waiting until they fulfil the condition. */
    public List<ConsumerRecord<@Nullable String, byte[]>> until(
            Predicate<List<ConsumerRecord<@Nullable String, byte[]>>> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(1))
                .until(() -> condition.test(poll()));
        return List.copyOf(seen);
    }

    private List<ConsumerRecord<@Nullable String, byte[]>> poll() {
        consumer.poll(POLL).forEach(seen::add);
        return seen;
    }

    public static Predicate<ConsumerRecord<@Nullable String, byte[]>> withKey(String key) {
        return record -> key.equals(record.key());
    }

    /** The CloudEvents type in the header {@code ce_type}. */
    public static Predicate<ConsumerRecord<@Nullable String, byte[]>> withType(String type) {
        return record -> type.equals(header(record, "ce_type"));
    }

    public static @Nullable String header(ConsumerRecord<@Nullable String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    public static String text(ConsumerRecord<@Nullable String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

package health.cloudcare.servicekit.consent;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;

import static health.cloudcare.servicekit.consent.ConsentEventRecords.PATIENT;
import static health.cloudcare.servicekit.consent.ConsentEventRecords.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ConsentTopicReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topic.CONSENT.topicName(), 0);

    private final ConsentTable table = new ConsentTable();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final ConsentTopicReader reader = new ConsentTopicReader(() -> consumer, table, Duration.ofMillis(10));

    @AfterEach
    void stop() {
        reader.stop();
        await().until(consumer::closed);
    }

    @Test
    void isNotLoadedBeforeEverythingWasRead() {
        topicEndsAt(2);
        arrives(0, granted(UUID.randomUUID(), 2));
        reader.start();

        await().until(() -> table.of(PATIENT).live().size() == 1);
        assertThat(reader.staleness()).isNull();

        arrives(1, granted(UUID.randomUUID(), 2));
        await().until(() -> reader.staleness() != null);
        assertThat(table.of(PATIENT).live()).hasSize(2);
    }

    @Test
    void growsStaleWhileItIsBehind() {
        topicEndsAt(0);
        reader.start();
        await().until(() -> reader.staleness() != null);

        topicEndsAt(1);
        await().until(() -> isOlderThan(reader.staleness(), Duration.ofMillis(100)));

        arrives(0, granted(UUID.randomUUID(), 2));
        await().until(() -> !isOlderThan(reader.staleness(), Duration.ofMillis(100)));
    }

    @Test
    void forgetsWhatATopicNoLongerTells() {
        topicEndsAt(1);
        arrives(0, granted(UUID.randomUUID(), 2));
        reader.start();
        await().until(() -> reader.staleness() != null);

        topicEndsAt(0);

        await().until(() -> table.of(PATIENT).live().isEmpty());
    }

    private void topicEndsAt(long end) {
        PartitionInfo info = new PartitionInfo(PARTITION.topic(), 0, Node.noNode(), new Node[0], new Node[0]);
        consumer.updatePartitions(PARTITION.topic(), List.of(info));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
    }

    private void arrives(long offset, Event event) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(PARTITION.topic(), 0, offset, event.key(), EventJson.write(event));
        record.headers().add("ce_type", event.type().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Awaitility.await().until(() -> consumer.assignment().contains(PARTITION) || startedYet());
        consumer.addRecord(record);
    }

    /** A consumer takes records only once it is assigned; before the start it is assigned by the test. */
    private boolean startedYet() {
        consumer.assign(List.of(PARTITION));
        return true;
    }

    private static boolean isOlderThan(@Nullable Duration staleness, Duration age) {
        return staleness != null && staleness.compareTo(age) > 0;
    }
}

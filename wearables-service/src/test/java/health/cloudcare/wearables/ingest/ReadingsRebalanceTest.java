package health.cloudcare.wearables.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingsRebalanceTest {
    private static final TopicPartition PARTITION = new TopicPartition("readings", 3);

    private final MongoClient client = MongoClients.create("mongodb://127.0.0.1:1");
    private boolean databaseIsDown;
    private long epoch;

    private final Assignments assignments = new Assignments(new Watermarks(client, config()) {
        @Override
        Watermark claim(TopicPartition partition, long beginning) {
            if (databaseIsDown) {
                throw new MongoTimeoutException("no database");
            }
            return new Watermark(++epoch, 7);
        }
    });
    private final ReadingsRebalance rebalance = new ReadingsRebalance(assignments);
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

    private static IngestConfig config() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(IngestConfig.class)
                .withDefaultValue("cloudcare.wearables.ingest.database", "none")
                .build()
                .getConfigMapping(IngestConfig.class);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void whatCannotBeClaimedNowIsClaimedLater() {
        assign();
        databaseIsDown = true;
        rebalance.onPartitionsAssigned(consumer, List.of(PARTITION));
        assertThat(assignments.positions()).isEmpty();

        databaseIsDown = false;
        assignments.claim(
                consumer, consumer.assignment(), (partition, claimed) -> assertThat(assignments.position(partition))
                        .isNull());
        assertThat(assignments.positions()).containsExactly(Map.entry(PARTITION, new Watermarks.Watermark(1, 7)));
        assertThat(consumer.position(PARTITION)).isEqualTo(7);
    }

    @Test
    void eachAssignmentIsClaimedOnce() {
        assign();
        rebalance.onPartitionsAssigned(consumer, List.of(PARTITION));
        assignments.claim(
                consumer, consumer.assignment(), (partition, claimed) -> assertThat(assignments.position(partition))
                        .isNull());
        assertThat(assignments.position(PARTITION)).isEqualTo(new Watermarks.Watermark(1, 7));

        rebalance.onPartitionsAssigned(consumer, List.of(PARTITION));
        assertThat(assignments.position(PARTITION)).isEqualTo(new Watermarks.Watermark(2, 7));
    }

    @Test
    void whatWasFetchedUnderAnEarlierAssignmentIsNotMergedUnderTheNext() {
        assign();
        rebalance.onPartitionsAssigned(consumer, List.of(PARTITION));
        assertThat(assignments.position(PARTITION, 1)).isEqualTo(new Watermarks.Watermark(1, 7));

        rebalance.onPartitionsLost(consumer, List.of(PARTITION));
        assertThat(assignments.position(PARTITION, 1)).isNull();

        rebalance.onPartitionsAssigned(consumer, List.of(PARTITION));
        assertThat(assignments.position(PARTITION, 1)).isNull();
        assertThat(assignments.position(PARTITION, 2)).isEqualTo(new Watermarks.Watermark(2, 7));
    }

    private void assign() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }
}

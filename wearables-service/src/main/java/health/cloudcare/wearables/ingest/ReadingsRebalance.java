package health.cloudcare.wearables.ingest;

import java.util.Collection;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import health.cloudcare.wearables.ingest.Watermarks.Watermark;

/** Claims each partition in the database as it is assigned, and reads it from the database's watermark on. */
@ApplicationScoped
@Identifier("readings")
class ReadingsRebalance implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(ReadingsRebalance.class);

    private final Assignments assignments;

    ReadingsRebalance(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            Watermark claimed = assignments.take(partition, beginnings.getOrDefault(partition, 0L));
            consumer.seek(partition, claimed.next());
            LOG.debugf("%s claimed with epoch %d from offset %d", partition, claimed.epoch(), claimed.next());
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        assignments.give(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        assignments.give(partitions);
    }
}

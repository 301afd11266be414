package health.cloudcare.wearables.ingest;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Claims each partition in the database as it is assigned, and reads it from the database's watermark on. */
@ApplicationScoped
@Identifier("readings")
class ReadingsRebalance implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(ReadingsRebalance.class);

    private final Assignments assignments;

    ReadingsRebalance(Assignments assignments) {
        this.assignments = assignments;
    }

    /** Kafka calls this once. What cannot be claimed now, as the database is down, is claimed by {@link Rewinds} later. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        assignments.give(partitions); // whatever was held of them ended with the assignment
        try {
            assignments.claim(consumer, partitions, (partition, claimed) -> {});
        } catch (RuntimeException e) {
            LOG.warnf(e, "%d partitions are not all claimed yet", partitions.size());
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

package health.cloudcare.wearables.ingest;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.ingest.Watermarks.Watermark;

/** The partitions this consumer holds. Each is claimed in the database and read from the database's watermark on. */
@ApplicationScoped
@Identifier("readings")
class Assignments implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(Assignments.class);

    private final Watermarks watermarks;
    private final Map<TopicPartition, Watermark> held = new ConcurrentHashMap<>();

    Assignments(Watermarks watermarks) {
        this.watermarks = watermarks;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            Watermark claimed = watermarks.claim(partition, beginnings.getOrDefault(partition, 0L));
            consumer.seek(partition, claimed.next());
            held.put(partition, claimed);
            LOG.debugf("%s claimed with epoch %d from offset %d", partition, claimed.epoch(), claimed.next());
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(held::remove);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(held::remove);
    }

    /** Where this consumer is in the partition, or null when it does not hold it. */
    @Nullable
    Watermark position(TopicPartition partition) {
        return held.get(partition);
    }

    /** Remembers what has been merged, unless the partition has been taken away or claimed anew meanwhile. */
    void advanced(TopicPartition partition, Watermark to) {
        held.computeIfPresent(partition, (any, now) -> now.epoch() == to.epoch() ? to : now);
    }

    /** The database was behind; the partition is read again from there. */
    void rewound(TopicPartition partition, Watermark to) {
        held.computeIfPresent(partition, (any, now) -> to);
    }

    Map<TopicPartition, Watermark> positions() {
        return Map.copyOf(held);
    }
}

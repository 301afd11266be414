package health.cloudcare.wearables.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.ingest.Watermarks.Watermark;

/** The partitions this consumer holds, and how far it has merged each. */
@ApplicationScoped
class Assignments {
    private static final Logger LOG = Logger.getLogger(Assignments.class);

    private final Watermarks watermarks;
    private final Map<TopicPartition, Watermark> held = new ConcurrentHashMap<>();

    Assignments(Watermarks watermarks) {
        this.watermarks = watermarks;
    }

    /**
     * Claims those that are not held yet, and has them read from their watermarks on. On the consumer's own thread.
     *
     * @param before told of each before it counts as held
     */
    void claim(
            Consumer<?, ?> consumer,
            Collection<TopicPartition> partitions,
            BiConsumer<TopicPartition, Watermark> before) {
        List<TopicPartition> unclaimed = partitions.stream()
                .filter(partition -> !held.containsKey(partition))
                .toList();
        if (unclaimed.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(unclaimed);
        for (TopicPartition partition : unclaimed) {
            // from the oldest record on that Kafka still has
            Watermark claimed = watermarks.claim(partition, beginnings.getOrDefault(partition, 0L));
            before.accept(partition, claimed);
            held.put(partition, claimed);
            consumer.seek(partition, claimed.next());
            LOG.debugf("%s claimed with epoch %d from offset %d", partition, claimed.epoch(), claimed.next());
        }
    }

    void give(Collection<TopicPartition> partitions) {
        partitions.forEach(held::remove);
    }

    /** Where this consumer is in the partition, or null when it does not hold it. */
    @Nullable
    Watermark position(TopicPartition partition) {
        return held.get(partition);
    }

    /** The same under that assignment; null also when the partition was claimed anew meanwhile, to be read again from there. */
    @Nullable
    Watermark position(TopicPartition partition, long epoch) {
        Watermark now = held.get(partition);
        return now != null && now.epoch() == epoch ? now : null;
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

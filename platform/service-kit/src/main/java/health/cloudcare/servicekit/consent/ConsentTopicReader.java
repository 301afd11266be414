package health.cloudcare.servicekit.consent;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.Topic;

/**
 * Follows the consent topic from its beginning, all partitions, on a thread of its own, and keeps proof of how current the
 * table is: the broker is asked for the ends of the partitions, and the table is as current as the question once all before
 * those ends has been read. A broker that does not answer, a reader that is stuck or behind: the proof gets old.
 */
final class ConsentTopicReader {

    private static final Logger LOG = Logger.getLogger(ConsentTopicReader.class);
    private static final String TOPIC = Topic.CONSENT.topicName();
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long RETRY_MILLIS = 500;
    private static final Duration PARTITIONS_INTERVAL = Duration.ofSeconds(30);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final ConsentTable table;
    private final Duration checkInterval;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /** When the table was last proven to be current, by {@link System#nanoTime()}; null before the first time. */
    private volatile @Nullable Long provenAt;

    private @Nullable Snapshot awaited;
    private long askedAt;
    private long partitionsAt;

    /** The ends of the partitions at a moment. */
    private record Snapshot(long askedAt, Map<TopicPartition, Long> ends) {}

    ConsentTopicReader(Supplier<Consumer<String, byte[]>> consumers, ConsentTable table, Duration checkInterval) {
        this.consumers = consumers;
        this.table = table;
        this.checkInterval = checkInterval;
        this.thread = Thread.ofPlatform().name("consent-reader").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped.countDown();
    }

    /** How old the proof is that nothing is missing; null before everything was read for the first time. */
    @Nullable
    Duration staleness() {
        Long proven = provenAt;
        return proven == null ? null : Duration.ofNanos(System.nanoTime() - proven);
    }

    private void run() {
        while (!isStopped()) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                follow(consumer);
            } catch (RuntimeException e) {
                LOG.warnf(e, "%s cannot be followed; starting over", TOPIC);
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        Set<TopicPartition> assigned = Set.of();
        partitionsAt = 0;
        while (!isStopped()) {
            assigned = assign(consumer, assigned);
            if (assigned.isEmpty()) {
                pause();
                continue;
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                table.take(record);
            }
            prove(consumer, assigned);
        }
    }

    /** Looks for new partitions now and then; they hold consents that nobody knows yet. */
    private Set<TopicPartition> assign(Consumer<String, byte[]> consumer, Set<TopicPartition> assigned) {
        long now = System.nanoTime();
        if (!assigned.isEmpty() && now - partitionsAt < PARTITIONS_INTERVAL.toNanos()) {
            return assigned;
        }
        partitionsAt = now;
        Set<TopicPartition> present = partitions(consumer);
        if (present.isEmpty() || present.equals(assigned)) {
            return assigned;
        }
        awaited = null;
        consumer.assign(present);
        consumer.seekToBeginning(present);
        return present;
    }

    private static Set<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        try {
            return consumer.partitionsFor(TOPIC, PATIENCE).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (TimeoutException e) {
            return Set.of();
        }
    }

    private void prove(Consumer<String, byte[]> consumer, Set<TopicPartition> assigned) {
        if (awaited == null) {
            ask(consumer, assigned);
        }
        Snapshot snapshot = awaited;
        if (snapshot != null && reached(consumer, snapshot)) {
            provenAt = snapshot.askedAt();
            awaited = null;
        }
    }

    private void ask(Consumer<String, byte[]> consumer, Set<TopicPartition> assigned) {
        long now = System.nanoTime();
        if (provenAt != null && now - askedAt < checkInterval.toNanos()) {
            return;
        }
        askedAt = now;
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(assigned, PATIENCE);
            if (ends.entrySet().stream().anyMatch(end -> position(consumer, end.getKey()) > end.getValue())) {
                startOver(consumer, assigned);
            } else {
                awaited = new Snapshot(now, ends);
            }
        } catch (TimeoutException e) {
            LOG.debugf("the ends of %s are not to be had", TOPIC);
        }
    }

    private static boolean reached(Consumer<String, byte[]> consumer, Snapshot snapshot) {
        return snapshot.ends().entrySet().stream().allMatch(end -> position(consumer, end.getKey()) >= end.getValue());
    }

    private static long position(Consumer<String, byte[]> consumer, TopicPartition partition) {
        return consumer.position(partition, PATIENCE);
    }

    /** The topic is shorter than what was read: it is another one, or lost its end. What it does not say does not hold. */
    private void startOver(Consumer<String, byte[]> consumer, Set<TopicPartition> assigned) {
        LOG.errorf("%s lost records that were read before; reading it anew", TOPIC);
        provenAt = null;
        awaited = null;
        table.clear();
        consumer.seekToBeginning(assigned);
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause() {
        try {
            boolean unused = stopped.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }
}

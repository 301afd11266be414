package health.cloudcare.benchmarks.replicas;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.producer.RecordMetadata;

import health.cloudcare.benchmarks.Latencies;
import health.cloudcare.benchmarks.stack.WearablesStore;

/** How long after they were sent records are in the aggregates, by the watermarks that are kept with these. */
final class Freshness implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final Map<String, Queue<Sent>> waiting = new ConcurrentHashMap<>();
    private final Queue<Merged> merged = new ConcurrentLinkedQueue<>();
    private final WearablesStore store;
    private final Thread watch = new Thread(this::watch, "freshness");
    private volatile boolean over;

    private record Sent(long offset, long nanos) {}

    private record Merged(long sentNanos, double millis) {}

    Freshness(WearablesStore store) {
        this.store = store;
        watch.setDaemon(true);
        watch.start();
    }

    /** To be called in the order of offsets of each partition. */
    void sent(RecordMetadata record, long atNanos) {
        String partition = record.topic() + "-" + record.partition();
        waiting.computeIfAbsent(partition, any -> new ConcurrentLinkedQueue<>())
                .add(new Sent(record.offset(), atNanos));
    }

    private void watch() {
        while (!over) {
            seen(store.watermarks(), System.nanoTime());
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    /** @param watermarks by partition */
    void seen(Map<String, Long> watermarks, long nowNanos) {
        watermarks.forEach((partition, next) -> {
            Queue<Sent> queue = waiting.getOrDefault(partition, new ConcurrentLinkedQueue<>());
            for (Sent first = queue.peek(); first != null && first.offset() < next; first = queue.peek()) {
                queue.remove();
                merged.add(new Merged(first.nanos(), (nowNanos - first.nanos()) / 1e6));
            }
        });
    }

    /** Returns when all that were sent have been seen in the aggregates; they have to be there. */
    void awaitAll() {
        while (!waiting.values().stream().allMatch(Queue::isEmpty)) {
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    /** Of the records that were sent in that time, whenever they were merged. */
    Latencies between(long fromNanos, long untilNanos) {
        return Latencies.ofMillis(merged.stream()
                .filter(record -> record.sentNanos() - fromNanos >= 0 && record.sentNanos() - untilNanos < 0)
                .mapToDouble(Merged::millis)
                .toArray());
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(watch);
    }
}

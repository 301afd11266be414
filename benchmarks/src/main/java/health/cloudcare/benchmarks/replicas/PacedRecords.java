package health.cloudcare.benchmarks.replicas;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

import health.cloudcare.benchmarks.readings.ReadingsTopic;

/** Publishes records at fixed times in a thread of its own, some of them twice, until it is told to stop. */
final class PacedRecords {
    /** One in so many is delivered again, as after an acknowledgement that was lost. */
    private static final int REPEATED = 10;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final FutureTask<Integer> task;

    private PacedRecords(
            ReadingsTopic topic, List<ProducerRecord<String, byte[]>> records, double perSecond, Freshness freshness) {
        task = new FutureTask<>(() -> publish(topic, records, perSecond, freshness));
    }

    static PacedRecords start(
            ReadingsTopic topic, List<ProducerRecord<String, byte[]>> records, double perSecond, Freshness freshness) {
        var paced = new PacedRecords(topic, records, perSecond, freshness);
        Thread thread = new Thread(paced.task, "paced-records");
        thread.setDaemon(true);
        thread.start();
        return paced;
    }

    private int publish(
            ReadingsTopic topic, List<ProducerRecord<String, byte[]>> records, double perSecond, Freshness freshness)
            throws IOException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        int sent = 0;
        try (Producer<String, byte[]> producer = topic.producer()) {
            long start = System.nanoTime();
            for (; sent < records.size() && !stopped.get(); sent++) {
                long due = start + (long) (sent * 1e9 / perSecond);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                for (int copy = sent % REPEATED == 0 ? 2 : 1; copy > 0; copy--) {
                    send(producer, records.get(sent), freshness, failure);
                }
            }
        }
        if (failure.get() != null) {
            throw new IOException("a record was not acknowledged", failure.get());
        }
        return sent;
    }

    private static void send(
            Producer<String, byte[]> producer,
            ProducerRecord<String, byte[]> record,
            Freshness freshness,
            AtomicReference<Exception> failure) {
        long at = System.nanoTime();
        Future<RecordMetadata> unused = producer.send(record, (metadata, thrown) -> {
            if (thrown == null) {
                freshness.sent(metadata, at);
            } else {
                failure.compareAndSet(null, thrown);
            }
        });
    }

    /** How many of the records, from the first on, were published; the broker has all of them by then. */
    int stop() throws IOException, InterruptedException {
        stopped.set(true);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException("publishing failed", e.getCause());
        }
    }
}

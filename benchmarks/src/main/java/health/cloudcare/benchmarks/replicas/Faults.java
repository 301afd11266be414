package health.cloudcare.benchmarks.replicas;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.producer.ProducerRecord;

import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.Latencies;
import health.cloudcare.benchmarks.readings.Density;
import health.cloudcare.benchmarks.readings.Encoded;
import health.cloudcare.benchmarks.readings.Person;
import health.cloudcare.benchmarks.readings.Population;
import health.cloudcare.benchmarks.readings.ReadingsTopic;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.WearablesStore;

/** Under an even load one of two consumers is stopped, started again, taken all processor time from, and given it back. */
final class Faults {
    static final int DAYS = 30;

    private static final int PEOPLE = 120;
    private static final int SEED = 90;

    /** Of some 1,000 readings each. */
    private static final double RECORDS_PER_SECOND = 30;

    private static final Duration PHASE = Duration.ofSeconds(15);

    /** Three times what the broker waits for a sign of life. */
    private static final Duration PAUSE = Duration.ofSeconds(18);

    private static final Duration MERGE_LIMIT = Duration.ofSeconds(60);

    private final Console console;
    private final List<Figure> figures;
    private final ReadingsTopic topic;
    private final WearablesStore store;
    private final Group group;
    private final SentReadings sent;
    private final Clock clock;

    /** When each phase began. */
    private final Map<String, Long> phases = new LinkedHashMap<>();

    Faults(
            Console console,
            List<Figure> figures,
            ReadingsTopic topic,
            WearablesStore store,
            Group group,
            SentReadings sent,
            Clock clock) {
        this.console = console;
        this.figures = figures;
        this.topic = topic;
        this.store = store;
        this.group = group;
        this.sent = sent;
        this.clock = clock;
    }

    /** Starts the consumer that fails; the other one runs already. */
    interface Replica {
        ServiceProcess start() throws Exception;
    }

    void run(Replica replica) throws Exception {
        LocalDate from = LocalDate.now(clock.withZone(Person.ZONE)).minusDays(DAYS);
        List<ProducerRecord<String, byte[]>> records = Encoded.of(
                        Population.of(PEOPLE, Density.SPARING, from, DAYS, SEED).uploads(), clock)
                .records();
        ServiceProcess failing = replica.start();
        try (Freshness freshness = new Freshness(store)) {
            group.awaitMembers(2);
            PacedRecords load = PacedRecords.start(topic, records, RECORDS_PER_SECOND, freshness);
            phase("two-consumers", PHASE);
            phases.put("one-stopped", System.nanoTime());
            failing.close();
            hold(PHASE);
            phases.put("one-starting", System.nanoTime());
            failing = replica.start();
            group.awaitMembers(2);
            phase("both-again", PHASE);
            phases.put("one-paused", System.nanoTime());
            failing.pause();
            hold(PAUSE);
            phases.put("one-resumed", System.nanoTime());
            failing.resume();
            group.awaitMembers(2);
            hold(PHASE);
            int published = load.stop();
            long end = System.nanoTime();
            sent.add(records.subList(0, published));
            store.awaitMerged(topic.end(), failing, MERGE_LIMIT);
            freshness.awaitAll();
            report(freshness, end, published, records.size());
        } finally {
            failing.close();
        }
    }

    private void phase(String name, Duration time) {
        phases.put(name, System.nanoTime());
        hold(time);
    }

    private static void hold(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private void report(Freshness freshness, long end, int published, int prepared) {
        if (published == prepared) {
            throw new IllegalStateException("the load ended before the last phase did");
        }
        List<String> names = List.copyOf(phases.keySet());
        List<Long> starts = List.copyOf(phases.values());
        for (int i = 0; i < names.size(); i++) {
            Latencies latencies = freshness.between(starts.get(i), i + 1 < names.size() ? starts.get(i + 1) : end);
            console.line(
                    "%s: readings are in the aggregates after %s, max %.0f ms",
                    names.get(i), latencies, latencies.max());
            figures.add(new Figure.Seconds("freshness-p99-seconds-" + names.get(i), latencies.p99()));
        }
        figures.add(new Figure.Seconds(
                "freshness-max-seconds",
                freshness.between(starts.getFirst(), end).max()));
    }
}

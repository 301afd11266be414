package health.cloudcare.benchmarks.crash;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

import health.cloudcare.benchmarks.Benchmark;
import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.readings.Density;
import health.cloudcare.benchmarks.readings.Encoded;
import health.cloudcare.benchmarks.readings.Person;
import health.cloudcare.benchmarks.readings.Population;
import health.cloudcare.benchmarks.readings.ReadingsTopic;
import health.cloudcare.benchmarks.replicas.Answers;
import health.cloudcare.benchmarks.replicas.SentReadings;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WearablesStore;
import health.cloudcare.benchmarks.stack.WorkFolder;

/** Two hundred rounds of {@code kill -9} at random points; afterwards the aggregates are exactly those of what was sent. */
public final class CrashBenchmark implements Benchmark {
    private static final int ROUNDS = Integer.getInteger("cloudcare.bench.rounds", 200);
    private static final int PEOPLE = 60;
    private static final int DAYS = 30;
    private static final int SEED = 2026;
    private static final int CHECKED_EVERY = 20;

    /** Of a round's records; the kill falls somewhere into it. */
    private static final Duration SENDING = Duration.ofMillis(1_500);

    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(90);
    private static final Duration MERGE_LIMIT = Duration.ofSeconds(90);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String about() {
        return ROUNDS + " rounds of kill -9 of consumer, broker and database under load, and what is left of it";
    }

    @Override
    public void run(Console console, List<Figure> figures) throws Exception {
        Random random = new Random(SEED);
        console.line(
                "seed %d; %d rounds, each with one of consumer, broker and database killed while records are sent",
                SEED, ROUNDS);
        Project project = Project.find();
        try (WorkFolder folder = WorkFolder.create();
                TokenIssuer issuer = TokenIssuer.start(clock);
                Mortals mortals = Mortals.start(project, folder, issuer, random);
                WearablesStore store = new WearablesStore(mortals.mongo())) {
            LocalDate from = LocalDate.now(clock.withZone(Person.ZONE)).minusDays(DAYS);
            List<ProducerRecord<String, byte[]>> records = new ArrayList<>(Encoded.of(
                            Population.of(PEOPLE, Density.SPARING, from, DAYS, SEED)
                                    .uploads(),
                            clock)
                    .records());
            records.sort(Comparator.comparing(CrashBenchmark::firstReading));
            Dispatch dispatch = new Dispatch(records, ROUNDS, random);
            ReadingsTopic topic = new ReadingsTopic(mortals.kafka().variable("CLOUDCARE_KAFKA_BOOTSTRAP"));
            try (Producer<String, byte[]> producer = topic.producer()) {
                Rounds rounds = new Rounds(console, mortals, topic, store, producer, random);
                for (int round = 0; round < ROUNDS; round++) {
                    rounds.run(round, dispatch.round(round));
                }
                rounds.awaitMerged();
            }
            SentReadings sent = new SentReadings();
            sent.add(records);
            Verdict verdict = new Verdict(console, figures, mortals, topic, store, sent, dispatch.poisonInjected());
            verdict.requireExact(new Answers(mortals.consumer(), issuer, DAYS + 2));
            verdict.replayTwice(new Answers(mortals.consumer(), issuer, DAYS + 2));
        }
    }

    private static long firstReading(ProducerRecord<String, byte[]> record) {
        return health.cloudcare.benchmarks.readings.Records.parse(record.value())
                .getSeries(0)
                .getBaseMs();
    }

    /** One after the other. */
    private record Rounds(
            Console console,
            Mortals mortals,
            ReadingsTopic topic,
            WearablesStore store,
            Producer<String, byte[]> producer,
            Random random) {

        void run(int round, List<ProducerRecord<String, byte[]>> records) throws Exception {
            Mortals.Kind victim = Mortals.Kind.values()[random.nextInt(Mortals.Kind.values().length)];
            long start = System.nanoTime();
            long killAt = start + (long) (random.nextDouble() * SENDING.toNanos());
            boolean killed = false;
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                long due = start + SENDING.toNanos() * i / records.size();
                if (!killed && due >= killAt) {
                    until(killAt);
                    mortals.kill(victim);
                    killed = true;
                }
                until(due);
                sent.add(producer.send(records.get(i)));
            }
            if (!killed) {
                until(killAt);
                mortals.kill(victim);
            }
            mortals.revive(victim);
            for (Future<RecordMetadata> record : sent) {
                record.get(ACKNOWLEDGED_WITHIN.toSeconds(), TimeUnit.SECONDS);
            }
            if ((round + 1) % CHECKED_EVERY == 0) {
                awaitMerged();
                console.line(
                        "%d rounds; the last killed the %s; %,d readings are stored",
                        round + 1, victim.name().toLowerCase(java.util.Locale.ROOT), store.readings());
            }
        }

        void awaitMerged() throws IOException {
            store.awaitMerged(topic.end(), mortals.consumer(), MERGE_LIMIT);
        }

        private static void until(long nanoTime) {
            while (System.nanoTime() < nanoTime) {
                LockSupport.parkNanos(nanoTime - System.nanoTime());
            }
        }
    }
}

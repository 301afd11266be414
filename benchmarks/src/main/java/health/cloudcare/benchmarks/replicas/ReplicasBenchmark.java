package health.cloudcare.benchmarks.replicas;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import health.cloudcare.benchmarks.Benchmark;
import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.load.Tally;
import health.cloudcare.benchmarks.readings.Density;
import health.cloudcare.benchmarks.readings.Encoded;
import health.cloudcare.benchmarks.readings.Person;
import health.cloudcare.benchmarks.readings.Population;
import health.cloudcare.benchmarks.readings.ReadingsTopic;
import health.cloudcare.benchmarks.stack.Backing;
import health.cloudcare.benchmarks.stack.Launch;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WearablesStore;
import health.cloudcare.benchmarks.stack.WorkFolder;
import health.cloudcare.contracts.Topic;

/** How much two consumers take in against one; and what is left of the figures when one of them fails under load. */
public final class ReplicasBenchmark implements Benchmark {
    private static final int DAYS = 3;
    private static final int PEOPLE = 100;
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 3;
    private static final Duration MERGE_LIMIT = Duration.ofSeconds(60);

    /** The longest that the broker allows: consumers are halted while a round is laid. */
    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "replicas";
    }

    @Override
    public String about() {
        return "two consumers of the readings topic against one, and one that stops, stalls and comes back";
    }

    @Override
    public void run(Console console, List<Figure> figures) throws Exception {
        Project project = Project.find();
        int cores = Runtime.getRuntime().availableProcessors();
        console.line(
                "%d cores: each consumer is kept to one of its own; MongoDB, Kafka and this client share all of them",
                cores);
        try (WorkFolder folder = WorkFolder.create();
                TokenIssuer issuer = TokenIssuer.start(clock);
                Backing kafka = Backing.kafka(project, folder);
                Backing mongo = Backing.mongo(project, folder, "mongo");
                WearablesStore store = new WearablesStore(mongo);
                Group group =
                        new Group(kafka.variable("CLOUDCARE_KAFKA_BOOTSTRAP"), Topic.WEARABLES_READINGS.partitions());
                ServiceProcess first =
                        ServiceProcess.start(project, folder, replica(issuer, kafka, mongo, "replica-1", 0))) {
            ReadingsTopic topic = new ReadingsTopic(kafka.variable("CLOUDCARE_KAFKA_BOOTSTRAP"));
            SentReadings sent = new SentReadings();
            Capacity capacity = new Capacity(topic, store, sent);
            group.awaitMembers(1);
            Tally one = capacity.measure(console, List.of(first), 1);
            Launch other = replica(issuer, kafka, mongo, "replica-2", 1 % cores);
            ServiceProcess second = ServiceProcess.start(project, folder, other);
            try {
                group.awaitMembers(2);
                Tally two = capacity.measure(console, List.of(first, second), 1 + WARM_UPS + ROUNDS);
                figures.add(Figure.rates("replicas-two-vs-one", two.perSecond(), one.perSecond()));
            } finally {
                second.close();
            }
            new Faults(console, figures, topic, store, group, sent, clock)
                    .run(() -> ServiceProcess.start(project, folder, other));
            requireExact(console, figures, store, sent, new Answers(first, issuer, Faults.DAYS + 2));
        }
    }

    private static Launch replica(TokenIssuer issuer, Backing kafka, Backing mongo, String name, int core)
            throws IOException {
        return ServiceProcess.wearables(issuer, kafka, mongo).named(name).onCore(core);
    }

    /** What consumers make of a topic that was filled while they were halted. */
    private final class Capacity {
        private final ReadingsTopic topic;
        private final WearablesStore store;
        private final SentReadings sent;

        Capacity(ReadingsTopic topic, WearablesStore store, SentReadings sent) {
            this.topic = topic;
            this.store = store;
            this.sent = sent;
        }

        /** @param seed of the first round's people; each round has its own */
        Tally measure(Console console, List<ServiceProcess> consumers, int seed) throws Exception {
            Tally all = Tally.NOTHING;
            for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
                Tally tally = round(consumers, seed + round);
                console.line(
                        "%d consumers, %s: %s",
                        consumers.size(),
                        round < WARM_UPS ? "warming" : "round " + (round - WARM_UPS + 1),
                        Figure.rate(tally.perSecond()));
                all = round < WARM_UPS ? all : all.and(tally);
            }
            return all;
        }

        private Tally round(List<ServiceProcess> consumers, int seed) throws Exception {
            LocalDate from = LocalDate.now(clock.withZone(Person.ZONE)).minusDays(DAYS);
            Encoded round = Encoded.of(
                    Population.of(PEOPLE, Density.MINUTELY, from, DAYS, seed).uploads(), clock);
            sent.add(round.records());
            for (ServiceProcess consumer : consumers) {
                consumer.pause();
            }
            topic.publish(round.records());
            long start = System.nanoTime();
            for (ServiceProcess consumer : consumers) {
                consumer.resume();
            }
            store.awaitMerged(topic.end(), consumers.getFirst(), MERGE_LIMIT);
            return new Tally(round.oracle().readings(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static void requireExact(
            Console console, List<Figure> figures, WearablesStore store, SentReadings sent, Answers answers)
            throws Exception {
        figures.add(new Figure.Plain("replicas-readings-sent", sent.readings()));
        figures.add(new Figure.Plain("replicas-readings-stored", store.readings()));
        if (store.readings() != sent.readings()) {
            throw new IllegalStateException(
                    "%,d readings are stored, %,d were sent".formatted(store.readings(), sent.readings()));
        }
        int agreeing = answers.requireAgreement(sent);
        console.line(
                "%,d readings sent, some of them twice, and as many stored; %,d daily figures of %d people agree",
                sent.readings(), agreeing, sent.patients().size());
        figures.add(new Figure.Plain("replicas-daily-figures-that-agree", agreeing));
    }
}

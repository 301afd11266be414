package health.cloudcare.benchmarks.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;

import health.cloudcare.benchmarks.Benchmark;
import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.readings.Density;
import health.cloudcare.benchmarks.readings.Encoded;
import health.cloudcare.benchmarks.readings.Oracle;
import health.cloudcare.benchmarks.readings.Person;
import health.cloudcare.benchmarks.readings.Population;
import health.cloudcare.benchmarks.readings.ReadingsTopic;
import health.cloudcare.benchmarks.stack.Backing;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WearablesStore;
import health.cloudcare.benchmarks.stack.WorkFolder;
import health.cloudcare.benchmarks.stack.Worker;

/**
 * Every contender is warmed by the same readings, then finds the same pre-filled topic and is timed until all of it is
 * acknowledged by its database. One runs at a time; the databases of the others are stopped.
 */
public final class IngestBenchmark implements Benchmark {
    private static final int PEOPLE = 200;
    private static final int DAYS = 4;
    private static final int WARM_UP_PEOPLE = 100;

    /** Until everything is compiled that will be: meanwhile the compiler takes half of the processor time. */
    private static final int OWN_WARM_UPS = 6;

    private static final int OWN_WARM_UP_PEOPLE = 150;
    private static final int CEILING_WARM_UPS = 6;
    private static final long NAIVE_WARM_UP = 20_000;
    private static final long NAIVE_READINGS = 120_000;
    private static final Duration NAIVE_LIMIT = Duration.ofSeconds(40);
    private static final Duration OUR_LIMIT = Duration.ofSeconds(150);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String about() {
        return "readings per second from the topic to durable aggregates, and bytes on disk";
    }

    /**
     * The part of the topic that warms, and where the part begins that is timed.
     *
     * @param own readings before all that, by which our service alone was warmed
     */
    private record Laid(
            ReadingsTopic topic,
            Map<TopicPartition, Long> warmUp,
            Map<TopicPartition, Long> timed,
            Map<TopicPartition, Long> end,
            long own,
            Oracle warming,
            Oracle oracle) {}

    private record Ours(Rate rate, long bytesPerMillion) {}

    @Override
    public void run(Console console, List<Figure> figures) throws Exception {
        Project project = Project.find();
        try (WorkFolder folder = WorkFolder.create();
                Backing kafka = Backing.kafka(project, folder)) {
            ReadingsTopic topic = new ReadingsTopic(kafka.variable("CLOUDCARE_KAFKA_BOOTSTRAP"));
            LocalDate from = LocalDate.now(clock.withZone(Person.ZONE)).minusDays(DAYS);
            Encoded warmUp = generate(WARM_UP_PEOPLE, from, 2);
            Encoded timed = generate(PEOPLE, from, 1);
            console.line(
                    "%,d readings of %d people over %d days in %,d records of %,d bytes on average",
                    timed.oracle().readings(),
                    PEOPLE,
                    DAYS,
                    timed.oracle().records(),
                    timed.bytes() / timed.records().size());

            Laid laid;
            Ours ours;
            try (Backing mongo = Backing.mongo(project, folder, "mongo-ours");
                    TokenIssuer issuer = TokenIssuer.start(clock);
                    WearablesStore store = new WearablesStore(mongo);
                    ServiceProcess service = ServiceProcess.wearables(project, folder, issuer, kafka, mongo)) {
                laid = lay(console, topic, from, warmUp, timed, service, store);
                Rate rate = ours(console, laid, service, store, mongo);
                service.stop();
                mongo.stop();
                long stored =
                        laid.own() + laid.warming().readings() + laid.oracle().readings();
                ours = new Ours(rate, perMillion(console, "ours", mongo, stored));
            }
            long naiveBytes = naive(console, project, folder, laid, ours.rate(), figures);
            postgres(console, project, folder, laid, ours.rate(), figures, PostgresPeer.Keeps.AGGREGATES);
            postgres(console, project, folder, laid, ours.rate(), figures, PostgresPeer.Keeps.READINGS_TOO);
            ceiling(console, folder, laid, ours.rate(), figures);
            figures.add(new Figure.Plain("disk-bytes-per-million-readings-ours", ours.bytesPerMillion()));
            figures.add(new Figure.Plain("disk-bytes-per-million-readings-naive", naiveBytes));
        }
    }

    private Encoded generate(int people, LocalDate from, long seed) {
        return Encoded.of(
                Population.of(people, Density.MINUTELY, from, DAYS, seed).uploads(), clock);
    }

    /** Warms the service and, while it is halted, fills the topic with what is to be timed. */
    private Laid lay(
            Console console,
            ReadingsTopic topic,
            LocalDate from,
            Encoded warmUp,
            Encoded timed,
            ServiceProcess service,
            WearablesStore store)
            throws Exception {
        long own = 0;
        for (int i = 0; i < OWN_WARM_UPS; i++) {
            Encoded further = generate(OWN_WARM_UP_PEOPLE, from, 3 + i);
            topic.publish(further.records());
            store.awaitMerged(topic.end(), service, OUR_LIMIT);
            own += further.oracle().readings();
        }
        Map<TopicPartition, Long> beginning = topic.end();
        topic.publish(warmUp.records());
        Map<TopicPartition, Long> middle = topic.end();
        store.awaitMerged(middle, service, OUR_LIMIT);
        service.pause();
        long start = System.nanoTime();
        topic.publish(timed.records());
        Rate producer = Rate.since(start, timed.oracle().readings());
        console.line("producer, acks=all: %s", Figure.rate(producer.perSecond()));
        return new Laid(topic, beginning, middle, topic.end(), own, warmUp.oracle(), timed.oracle());
    }

    private static Rate ours(Console console, Laid laid, ServiceProcess service, WearablesStore store, Backing mongo)
            throws Exception {
        Duration serviceBefore = service.cpu();
        Duration mongoBefore = mongo.cpu();
        long start = System.nanoTime();
        service.resume();
        store.awaitMerged(laid.end(), service, OUR_LIMIT);
        Rate rate = Rate.since(start, laid.oracle().readings());
        Duration ofService = service.cpu().minus(serviceBefore);
        Duration ofMongo = mongo.cpu().minus(mongoBefore);
        require(
                "ours",
                store.readings(),
                laid.own() + laid.warming().readings() + laid.oracle().readings());
        console.line(
                "ours: %s, %.1f s, %,d chunks, %,d day rollups",
                Figure.rate(rate.perSecond()), rate.seconds(), store.documents("chunks"), store.documents("rollups"));
        console.line(
                "ours: %.1f s of processor time in the service and %.1f s in MongoDB",
                ofService.toMillis() / 1e3, ofMongo.toMillis() / 1e3);
        return rate;
    }

    private long naive(Console console, Project project, WorkFolder folder, Laid laid, Rate ours, List<Figure> figures)
            throws Exception {
        try (Backing mongo = Backing.mongo(project, folder, "mongo-naive")) {
            long warmed;
            Rate rate;
            try (NaiveWriter writer = new NaiveWriter(mongo, clock)) {
                warmed = writer.take(laid.topic(), laid.warmUp(), laid.timed(), NAIVE_WARM_UP, NAIVE_LIMIT);
                long start = System.nanoTime();
                long readings = writer.take(laid.topic(), laid.timed(), laid.end(), NAIVE_READINGS, NAIVE_LIMIT);
                rate = Rate.since(start, readings);
                require("naive", writer.stored(), warmed + readings);
            }
            console.line(
                    "naive: %s, %,d readings in %.1f s",
                    Figure.rate(rate.perSecond()), rate.readings(), rate.seconds());
            figures.add(Figure.rates("ingest-vs-naive", ours.perSecond(), rate.perSecond()));
            mongo.stop();
            return perMillion(console, "naive", mongo, warmed + rate.readings());
        }
    }

    private static void postgres(
            Console console,
            Project project,
            WorkFolder folder,
            Laid laid,
            Rate ours,
            List<Figure> figures,
            PostgresPeer.Keeps keeps)
            throws Exception {
        try (Backing server = Backing.postgres(project, folder, keeps.figure());
                PostgresPeer aggregates = new PostgresPeer(server, keeps)) {
            aggregates.take(laid.topic(), laid.warmUp(), laid.timed());
            long start = System.nanoTime();
            aggregates.take(laid.topic(), laid.timed(), laid.end());
            Rate rate = Rate.since(start, laid.oracle().readings());
            Oracle stored = aggregates.stored();
            Oracle all = laid.warming().and(laid.oracle());
            require("postgresql", stored.readings(), all.readings());
            require("postgresql heart rates", stored.heartRates(), all.heartRates());
            require("postgresql heart rate sum", (long) stored.heartRateSum(), (long) all.heartRateSum());
            console.line(
                    "postgresql, %s (%s): %s, %.1f s",
                    keeps.title(), aggregates.durability(), Figure.rate(rate.perSecond()), rate.seconds());
            figures.add(Figure.rates(keeps.figure(), ours.perSecond(), rate.perSecond()));
        }
    }

    /** What reading and decoding alone comes to, in a process like the service's, with nothing kept. */
    private static void ceiling(Console console, WorkFolder folder, Laid laid, Rate ours, List<Figure> figures)
            throws Exception {
        try (Worker decoding = Worker.start(
                folder,
                "decode-only",
                ServiceProcess.WEARABLES_HEAP,
                Map.of(),
                DecodeOnly.class,
                List.of(laid.topic().bootstrap()))) {
            for (int i = 0; i < CEILING_WARM_UPS; i++) {
                decoding.ask(DecodeOnly.question(laid.warmUp(), laid.timed()));
            }
            long start = System.nanoTime();
            long readings = Long.parseLong(decoding.ask(DecodeOnly.question(laid.timed(), laid.end())));
            Rate rate = Rate.since(start, readings);
            require("ceiling", readings, laid.oracle().readings());
            console.line("ceiling, decoding only: %s", Figure.rate(rate.perSecond()));
            figures.add(Figure.rates("ingest-vs-ceiling", ours.perSecond(), rate.perSecond()));
        }
    }

    private static long perMillion(Console console, String whose, Backing stopped, long readings) throws Exception {
        long afterShutdown = stopped.bytesOnDisk();
        long compacted = stopped.compactedBytes();
        console.line(
                "%s on disk: %,d bytes, %,d once compacted, for %,d readings",
                whose, afterShutdown, compacted, readings);
        return compacted * 1_000_000 / readings;
    }

    private static void require(String whose, long stored, long expected) {
        if (stored != expected) {
            throw new IllegalStateException(whose + ": " + stored + " stored, not " + expected);
        }
    }
}

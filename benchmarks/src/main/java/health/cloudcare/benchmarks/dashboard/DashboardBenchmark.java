package health.cloudcare.benchmarks.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;

import health.cloudcare.benchmarks.Benchmark;
import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.Latencies;
import health.cloudcare.benchmarks.ingest.NaiveWriter;
import health.cloudcare.benchmarks.readings.Density;
import health.cloudcare.benchmarks.readings.Encoded;
import health.cloudcare.benchmarks.readings.Person;
import health.cloudcare.benchmarks.readings.Population;
import health.cloudcare.benchmarks.readings.ReadingsTopic;
import health.cloudcare.benchmarks.stack.Backing;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WearablesStore;
import health.cloudcare.benchmarks.stack.WorkFolder;

/** One patient's month over HTTP, with token check and audit event; then the same with 100 times the readings stored. */
public final class DashboardBenchmark implements Benchmark {
    private static final int DAYS = 30;
    private static final int OTHERS = 99;
    private static final int WARM_UPS = 1_500;
    private static final int CALLS = 2_000;
    private static final int SCAN_WARM_UPS = 20;
    private static final int SCANS = 100;
    private static final Duration LOAD_LIMIT = Duration.ofSeconds(210);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public String about() {
        return "the 30-day picture of one patient, against scanning all readings, against five calls, and as the store grows";
    }

    @Override
    public void run(Console console, List<Figure> figures) throws Exception {
        Project project = Project.find();
        try (WorkFolder folder = WorkFolder.create();
                Backing kafka = Backing.kafka(project, folder);
                Backing mongo = Backing.mongo(project, folder, "mongo-ours");
                TokenIssuer issuer = TokenIssuer.start(clock);
                WearablesStore store = new WearablesStore(mongo);
                ServiceProcess service = ServiceProcess.wearables(project, folder, issuer, kafka, mongo)) {
            ReadingsTopic topic = new ReadingsTopic(kafka.variable("CLOUDCARE_KAFKA_BOOTSTRAP"));
            Person person = new Person(7, Density.SPARING);
            Map<TopicPartition, Long> beginning = topic.end();
            Instant now = clock.instant();
            Encoded month = Encoded.of(person.uploads(DAYS, now), clock);
            load(console, topic, month, service, store);
            String token = issuer.patient(person.id());
            try (var call = DashboardCalls.comprehensive(service, person.id(), token, DAYS)) {
                new OneAgainstFive(service, person.id(), token, DAYS).run(console, figures);
                Latencies before = Latencies.of(WARM_UPS, CALLS, call::send);
                console.line(
                        "ours, over HTTP: %s, %,d bytes", before, call.send().length());
                Latencies scan;
                try (Backing naive = Backing.mongo(project, folder, "mongo-naive")) {
                    store(naive, topic, beginning, month);
                    scan = scan(console, naive, person, now, DailyFigures.of(call.answer()));
                }
                figures.add(Figure.durations("dashboard-vs-scan-p50", before.p50(), scan.p50()));
                figures.add(Figure.durations("dashboard-vs-scan", before.p95(), scan.p95()));
                Population others =
                        Population.of(OTHERS, Density.SPARING, today(now).minusDays(DAYS), DAYS, 3);
                load(console, topic, Encoded.of(others.uploads(), clock), service, store);
                Latencies after = Latencies.of(WARM_UPS, CALLS, call::send);
                console.line("ours, with 100 times the readings: %s", after);
                figures.add(Figure.growth("dashboard-growth-100x-p50", after.p50(), before.p50()));
                figures.add(Figure.growth("dashboard-growth-100x", after.p95(), before.p95()));
            }
        }
    }

    private static LocalDate today(Instant now) {
        return now.atZone(Person.ZONE).toLocalDate();
    }

    private static void load(
            Console console, ReadingsTopic topic, Encoded readings, ServiceProcess service, WearablesStore store)
            throws Exception {
        long start = System.nanoTime();
        topic.publish(readings.records());
        store.awaitMerged(topic.end(), service, LOAD_LIMIT);
        console.line(
                "%,d readings through the topic in %.1f s; the store holds %,d chunks and %,d day rollups",
                readings.oracle().readings(),
                (System.nanoTime() - start) / 1e9,
                store.documents("chunks"),
                store.documents("rollups"));
    }

    private void store(Backing naive, ReadingsTopic topic, Map<TopicPartition, Long> from, Encoded month)
            throws Exception {
        try (NaiveWriter writer = new NaiveWriter(naive, clock)) {
            long written = writer.take(topic, from, topic.end(), Long.MAX_VALUE, LOAD_LIMIT);
            if (written != month.oracle().readings()) {
                throw new IllegalStateException(written + " readings for the peer to scan");
            }
        }
    }

    /** The store holds this patient alone, so that a missing index costs the peer nothing. No HTTP, no token, no audit. */
    private Latencies scan(Console console, Backing naive, Person person, Instant now, DailyFigures ours)
            throws Exception {
        try (DashboardScan scan = new DashboardScan(naive, Person.ZONE)) {
            String patient = person.id().toString();
            int figures = ours.requireAgreement(scan.answer(patient, now, DAYS));
            console.line("%,d daily figures agree with the scan's", figures);
            Latencies latencies = Latencies.of(SCAN_WARM_UPS, SCANS, () -> scan.answer(patient, now, DAYS));
            console.line("scan, called in the process: %s", latencies);
            return latencies;
        }
    }
}

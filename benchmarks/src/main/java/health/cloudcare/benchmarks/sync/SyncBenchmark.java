package health.cloudcare.benchmarks.sync;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import health.cloudcare.benchmarks.Benchmark;
import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.load.ClosedLoop;
import health.cloudcare.benchmarks.load.Comparison;
import health.cloudcare.benchmarks.load.Offered;
import health.cloudcare.benchmarks.load.OpenLoop;
import health.cloudcare.benchmarks.load.Side;
import health.cloudcare.benchmarks.load.Tally;
import health.cloudcare.benchmarks.load.Usage;
import health.cloudcare.benchmarks.readings.ReadingsTopic;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.PythonApp;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WorkFolder;

/**
 * Uploads of 100 readings through the gateway until the broker has them, in turn with applications that only validate the
 * same bodies; then three times as many as are acknowledged at best.
 */
public final class SyncBenchmark implements Benchmark {
    private static final int PATIENTS = 200;
    private static final int CLIENTS = 32;
    private static final int WARM_UPS = 4;

    /** On few cores it takes long until everything is compiled that will be. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final Duration WARM_UP_OF_PEERS = Duration.ofSeconds(2);
    private static final int ROUNDS = 4;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final int OVERLOADS = 3;
    private static final Duration OVERLOAD = Duration.ofSeconds(10);
    private static final int OVERLOAD_FACTOR = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 512;
    private static final Duration HISTORY = Duration.ofDays(90);
    private static final Duration MERGE_LIMIT = Duration.ofSeconds(60);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public String about() {
        return "uploads through the gateway against only validating them, and three times too many of them";
    }

    @Override
    public void run(Console console, List<Figure> figures) throws Exception {
        Project project = Project.find();
        int cores = Runtime.getRuntime().availableProcessors();
        try (WorkFolder folder = WorkFolder.create()) {
            PythonApp.Environment python = PythonApp.install(project, folder, "validate");
            console.line(
                    "%d cores are shared by everything: this client (1 thread, %d connections), gateway, service, MongoDB,"
                            + " Kafka, Redis; the validating application has a worker per core",
                    cores, CLIENTS);
            try (TokenIssuer issuer = TokenIssuer.start(clock);
                    SyncStack stack = SyncStack.start(project, folder, issuer);
                    PythonApp usual = PythonApp.start(python, folder, "validating", cores);
                    PythonApp compiled = PythonApp.start(python, folder, "validating_compiled", cores)) {
                Instant from = clock.instant().minus(HISTORY);
                List<String> tokens = tokens(issuer);
                List<Peer> peers = List.of(
                        new Peer("sync-vs-fastapi", side(usual, new SyncRequests(tokens, from))),
                        new Peer("sync-vs-fastapi-compiled", side(compiled, new SyncRequests(tokens, from))));
                new Run(console, figures, stack, peers, new SyncRequests(tokens, from)).run();
            }
        }
    }

    private static List<String> tokens(TokenIssuer issuer) throws GeneralSecurityException {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < PATIENTS; i++) {
            tokens.add(issuer.patient(UUID.randomUUID()));
        }
        return tokens;
    }

    /** @param figure what a comparison with it is called */
    private record Peer(String figure, Side side) {}

    private static Side side(PythonApp app, SyncRequests requests) {
        return new Side(new ClosedLoop(app.ports(), CLIENTS), requests, app::cpu);
    }

    private static final class Run {
        private final Console console;
        private final List<Figure> figures;
        private final SyncStack stack;
        private final ReadingsTopic topic;
        private final Side ours;
        private final List<Peer> peers;
        private final SyncRequests requests;
        private long acknowledged;
        private long unknown;

        Run(Console console, List<Figure> figures, SyncStack stack, List<Peer> peers, SyncRequests requests) {
            this.console = console;
            this.figures = figures;
            this.stack = stack;
            this.topic = new ReadingsTopic(stack.bootstrap());
            this.requests = requests;
            this.ours = new Side(new ClosedLoop(stack.gateway().port(), CLIENTS), requests, () -> stack.gateway()
                    .cpu()
                    .plus(stack.wearables().cpu()));
            this.peers = peers;
        }

        void run() throws IOException {
            for (int i = 0; i < WARM_UPS; i++) {
                sync(WARM_UP);
                for (Peer peer : peers) {
                    peer.side().run(WARM_UP_OF_PEERS);
                }
            }
            compare();
            overload();
            requireStored();
        }

        private void compare() throws IOException {
            for (Peer peer : peers) {
                Comparison all = Comparison.NOTHING;
                for (int round = 1; round <= ROUNDS; round++) {
                    // turns change places, so that neither gains while both still get faster
                    Usage before = round % 2 == 0 ? peer.side().run(ROUND) : Usage.NONE;
                    Usage mine = sync(ROUND);
                    Comparison one = new Comparison(
                            mine, round % 2 == 0 ? before : peer.side().run(ROUND));
                    console.line("%s, round %d: %s", peer.figure(), round, one.line("sync", "validating"));
                    all = all.and(one);
                }
                figures.add(Figure.rates(peer.figure(), readings(all.ours()), readings(all.peer())));
            }
        }

        private static double readings(Usage usage) {
            return usage.perSecond() * SyncRequests.READINGS;
        }

        /** Returns once everything is merged: what is left to do for it must not burden the next turn. */
        private Usage sync(Duration time) throws IOException {
            Usage usage = ours.run(time);
            acknowledged += usage.work().done();
            awaitMerged();
            return usage;
        }

        private void awaitMerged() throws IOException {
            long start = System.nanoTime();
            stack.store().awaitMerged(topic.end(), stack.wearables(), MERGE_LIMIT);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (seconds > 1) {
                console.line("the aggregates were %.1f s behind", seconds);
            }
        }

        private void overload() throws IOException {
            Tally peak = Tally.NOTHING;
            Offered all = Offered.NOTHING;
            for (int round = 1; round <= OVERLOADS; round++) {
                Tally best = sync(ROUND).work();
                peak = peak.and(best);
                Offered offered = new OpenLoop(
                                stack.gateway().port(), CONNECTIONS, OVERLOAD_FACTOR * best.perSecond(), PATIENCE)
                        .run(requests, OVERLOAD);
                console.line("overload %d: %,.0f/s at best; %s", round, best.perSecond(), offered.line());
                acknowledged += offered.acknowledged();
                unknown += offered.unanswered() + offered.unexpected();
                awaitMerged();
                all = all.and(offered);
            }
            figures.add(new Figure.Ratio(
                    "sync-goodput-at-3x",
                    all.good().perSecond() / peak.perSecond(),
                    Figure.rate(all.good().perSecond() * SyncRequests.READINGS),
                    Figure.rate(peak.perSecond() * SyncRequests.READINGS)));
            figures.add(new Figure.Plain("sync-refused-with-retry-after-at-3x", all.refused()));
            figures.add(new Figure.Plain("sync-answered-otherwise-at-3x", all.unexpected()));
            figures.add(new Figure.Plain("sync-unanswered-at-3x", all.unanswered()));
            figures.add(new Figure.Plain("sync-without-connection-at-3x", all.unsent()));
        }

        /** Nothing acknowledged is lost, nothing refused is kept. */
        private void requireStored() {
            long stored = stack.store().readings();
            long least = acknowledged * SyncRequests.READINGS;
            long most = (acknowledged + unknown) * SyncRequests.READINGS;
            if (stored < least || stored > most) {
                throw new IllegalStateException(
                        "%,d readings are stored, not %,d to %,d".formatted(stored, least, most));
            }
            console.line("%,d readings acknowledged, %,d stored", least, stored);
        }
    }
}

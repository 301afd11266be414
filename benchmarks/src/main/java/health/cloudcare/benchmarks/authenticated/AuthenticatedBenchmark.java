package health.cloudcare.benchmarks.authenticated;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import health.cloudcare.benchmarks.Benchmark;
import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.load.ClosedLoop;
import health.cloudcare.benchmarks.load.Comparison;
import health.cloudcare.benchmarks.load.InTurn;
import health.cloudcare.benchmarks.load.Requests;
import health.cloudcare.benchmarks.load.Side;
import health.cloudcare.benchmarks.stack.Backing;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WorkFolder;

/** One route with a token and without, in turn; at a service, and at the gateway. */
public final class AuthenticatedBenchmark implements Benchmark {
    private static final int CLIENTS = 16;
    private static final int TOKENS = 500;
    private static final int TOKENS_USED_ONCE = 2_500;
    private static final Duration ONCE_LIMIT = Duration.ofSeconds(10);

    /** No two processes of one program are equally fast; two of each even that out. */
    private static final int PAIRS = 2;

    /** As much work for both, however long it takes on a busy machine; until everything is compiled that will be. */
    private static final int WARM_UPS = 6;

    private static final int WARM_UP_REQUESTS = 10_000;
    private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(12);
    private static final int ROUNDS = 6;
    private static final Duration ROUND = Duration.ofSeconds(3);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "authenticated";
    }

    @Override
    public String about() {
        return "a route that needs a token against the same route without";
    }

    @Override
    public void run(Console console, List<Figure> figures) throws Exception {
        Project project = Project.find();
        console.line(
                "%d cores are shared by everything: this client (1 thread, %d connections), the service, PostgreSQL, Kafka",
                Runtime.getRuntime().availableProcessors(), CLIENTS);
        try (WorkFolder folder = WorkFolder.create();
                TokenIssuer issuer = TokenIssuer.start(clock);
                Backing kafka = Backing.kafka(project, folder)) {
            List<String> tokens = tokens(issuer, TOKENS);
            try (Backing postgres = Backing.postgres(project, folder, "postgres")) {
                services(console, project, folder, issuer, postgres, kafka, tokens, figures);
            }
            gateway(console, project, folder, issuer, kafka, tokens, figures);
        }
    }

    private static void services(
            Console console,
            Project project,
            WorkFolder folder,
            TokenIssuer issuer,
            Backing postgres,
            Backing kafka,
            List<String> tokens,
            List<Figure> figures)
            throws Exception {
        Comparison known = Comparison.NOTHING;
        Comparison once = Comparison.NOTHING;
        List<byte[]> authenticated = requests(TwoServices.PATH, tokens);
        byte[] anonymous = Requests.get(TwoServices.PATH);
        for (int pair = 1; pair <= PAIRS; pair++) {
            List<byte[]> unseen = requests(TwoServices.PATH, tokens(issuer, TOKENS_USED_ONCE));
            try (TwoServices services = TwoServices.start(project, folder, issuer, postgres, kafka, pair)) {
                services.requireDifference(authenticated.getFirst());
                Side with = side(services.guarded(), authenticated);
                Side without = side(services.open(), List.of(anonymous));
                known = known.and(compare(console, "service, pair " + pair, with, without));
                Comparison cold = new Comparison(
                        side(services.guarded(), unseen).run(unseen.size(), ONCE_LIMIT),
                        without.run(unseen.size(), ONCE_LIMIT));
                console.line("service, pair %d, every token used once: %s", pair, line(cold));
                once = once.and(cold);
            }
        }
        figures.add(known.figure("authenticated-vs-anonymous"));
        figures.add(known.cpuFigure("authenticated-vs-anonymous-cpu"));
        figures.add(once.figure("authenticated-vs-anonymous-token-used-once"));
    }

    private static void gateway(
            Console console,
            Project project,
            WorkFolder folder,
            TokenIssuer issuer,
            Backing kafka,
            List<String> tokens,
            List<Figure> figures)
            throws Exception {
        try (Backing redis = Backing.redis(project, folder);
                FixedAnswers answers = FixedAnswers.start();
                ServiceProcess gateway = GatewayAlone.start(project, folder, issuer, kafka, redis, answers)) {
            Side with = side(gateway, requests(GatewayAlone.PROTECTED, tokens));
            Side without = side(gateway, List.of(Requests.get(GatewayAlone.OPEN)));
            Comparison both = compare(console, "gateway before fixed answers", with, without);
            figures.add(both.figure("gateway-authenticated-vs-open"));
        }
    }

    private static Comparison compare(Console console, String what, Side with, Side without) throws IOException {
        for (int i = 0; i < WARM_UPS; i++) {
            with.run(WARM_UP_REQUESTS, WARM_UP_LIMIT);
            without.run(WARM_UP_REQUESTS, WARM_UP_LIMIT);
        }
        Comparison all = Comparison.NOTHING;
        for (int round = 1; round <= ROUNDS; round++) {
            Comparison one = Comparison.round(round, with, without, ROUND);
            console.line("%s, round %d: %s", what, round, line(one));
            all = all.and(one);
        }
        return all;
    }

    private static String line(Comparison comparison) {
        return comparison.line("authenticated", "anonymous");
    }

    private static Side side(ServiceProcess service, List<byte[]> requests) {
        return new Side(new ClosedLoop(service.port(), CLIENTS), new InTurn(requests), service::cpu);
    }

    private static List<byte[]> requests(String path, List<String> tokens) {
        return tokens.stream().map(token -> Requests.get(path, token)).toList();
    }

    /** Of different people. Signing takes most of a millisecond each, so all cores sign. */
    private static List<String> tokens(TokenIssuer issuer, int count) {
        return IntStream.range(0, count).parallel().mapToObj(i -> token(issuer)).toList();
    }

    private static String token(TokenIssuer issuer) {
        try {
            return issuer.patient(UUID.randomUUID());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign", e);
        }
    }
}

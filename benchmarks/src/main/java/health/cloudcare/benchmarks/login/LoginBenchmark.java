package health.cloudcare.benchmarks.login;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import health.cloudcare.benchmarks.Benchmark;
import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.Latencies;
import health.cloudcare.benchmarks.load.Background;
import health.cloudcare.benchmarks.load.ClosedLoop;
import health.cloudcare.benchmarks.load.InTurn;
import health.cloudcare.benchmarks.load.PacedCalls;
import health.cloudcare.benchmarks.load.Tally;
import health.cloudcare.benchmarks.load.Usage;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.WorkFolder;
import health.cloudcare.benchmarks.stack.Worker;

/** Sign-ins through the gateway against hashing alone, in turn; then one's own profile, read in peace and in a storm. */
public final class LoginBenchmark implements Benchmark {
    private static final int PEOPLE = 64;
    /** More than there are hashing threads, so that none of those ever waits, and fewer than the service queues. */
    private static final int CLIENTS = 16;

    private static final Duration WARM_UP = Duration.ofSeconds(15);

    /** A sign-in runs much code, a dozen times a second: it takes a minute until most of that is compiled. A hash is one loop. */
    private static final Duration SIGN_IN_WARM_UP = Duration.ofSeconds(60);

    private static final Duration HASHING_WARM_UP = Duration.ofSeconds(5);
    private static final int ROUNDS = 4;
    private static final Duration ROUND = Duration.ofSeconds(8);

    private static final int READERS = 4;
    private static final Duration READER_INTERVAL = Duration.ofMillis(25);
    private static final int READ_ROUNDS = 3;
    private static final Duration READ_LEAD_IN = Duration.ofSeconds(2);

    private static final String HASHING_THREAD = "password-hashing";

    @Override
    public String name() {
        return "login";
    }

    @Override
    public String about() {
        return "sign-ins against hashing passwords alone, and reading while many sign in";
    }

    @Override
    public void run(Console console, List<Figure> figures) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        try (WorkFolder folder = WorkFolder.create();
                IdentityStack stack = IdentityStack.start(Project.find(), folder)) {
            People people = People.signUp(PEOPLE, stack.gateway().port());
            ClosedLoop clients = new ClosedLoop(stack.gateway().port(), CLIENTS);
            InTurn signingIn = new InTurn(people.logins());
            clients.run(signingIn, SIGN_IN_WARM_UP);
            int threads = Math.toIntExact(stack.auth().threads(HASHING_THREAD));
            if (threads == 0) {
                throw new IllegalStateException("auth-service has no thread called " + HASHING_THREAD);
            }
            console.line(
                    "%d cores are shared by everything: this client (1 thread, %d connections; later %d more"
                            + " that read), gateway, auth-service (hashing threads: %d), patient-service, PostgreSQL,"
                            + " Redis, Kafka",
                    cores, CLIENTS, READERS, threads);
            try (Worker hashing = Worker.start(
                    folder,
                    "hashing",
                    IdentityStack.AUTH_HEAP,
                    Map.of("JDK_JAVA_OPTIONS", IdentityStack.AUTH_OPTIONS),
                    Hashing.class,
                    List.of(Integer.toString(threads)))) {
                hash(hashing, HASHING_WARM_UP);
                inTurn(console, stack, hashing, clients, signingIn, threads, figures);
            }
            readsInStorm(console, stack, clients, people, figures);
        }
    }

    private static void inTurn(
            Console console,
            IdentityStack stack,
            Worker hashing,
            ClosedLoop clients,
            InTurn signingIn,
            int threads,
            List<Figure> figures)
            throws IOException {
        Usage hashes = Usage.NONE;
        Usage logins = Usage.NONE;
        for (int round = 1; round <= ROUNDS; round++) {
            Usage hashed = Usage.of(hashing::cpu, () -> hash(hashing, ROUND));
            Usage loggedIn = Usage.of(stack.auth()::cpu, () -> clients.run(signingIn, ROUND));
            console.line(
                    "round %d: hashing alone %s, signing in %s", round, hashed.line("hashes"), loggedIn.line("logins"));
            hashes = hashes.and(hashed);
            logins = logins.and(loggedIn);
        }
        figures.add(Figure.rates(
                "login-vs-argon2id",
                logins.perSecond(),
                "logins/s",
                hashes.perSecond(),
                "hashes/s; hashing threads of each: " + threads));
        figures.add(Figure.rates(
                "login-vs-argon2id-cpu",
                logins.perCpuSecond(),
                "logins/s per core busy with auth-service",
                hashes.perCpuSecond(),
                "hashes/s per busy core"));
    }

    private static Tally hash(Worker hashing, Duration time) throws IOException {
        String[] answer = hashing.ask(Long.toString(time.toMillis())).split(" ");
        return new Tally(Long.parseLong(answer[0]), Duration.ofNanos(Long.parseLong(answer[1])));
    }

    private static void readsInStorm(
            Console console, IdentityStack stack, ClosedLoop clients, People people, List<Figure> figures)
            throws IOException, InterruptedException {
        PacedCalls readers =
                new PacedCalls(stack.gateway().port(), people.reads().subList(0, READERS), READER_INTERVAL);
        new ClosedLoop(stack.gateway().port(), READERS).run(new InTurn(people.reads()), WARM_UP);
        InTurn signingIn = new InTurn(people.logins());
        List<Latencies> idle = new ArrayList<>();
        List<Latencies> storm = new ArrayList<>();
        for (int round = 1; round <= READ_ROUNDS; round++) {
            idle.add(readers.run(READ_LEAD_IN, ROUND));
            Background storming = Background.start(clients, signingIn);
            storm.add(readers.run(READ_LEAD_IN, ROUND));
            Tally logins = storming.stop();
            console.line(
                    "round %d: reading in peace %s; among %.1f logins/s %s",
                    round, idle.getLast(), logins.perSecond(), storm.getLast());
        }
        Latencies inPeace = Latencies.together(idle);
        Latencies inStorm = Latencies.together(storm);
        figures.add(Figure.growth("read-p50-in-login-storm", inStorm.p50(), inPeace.p50()));
        figures.add(Figure.growth("read-p99-in-login-storm", inStorm.p99(), inPeace.p99()));
    }
}

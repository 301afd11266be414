package health.cloudcare.benchmarks.revocation;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

import health.cloudcare.benchmarks.Benchmark;
import health.cloudcare.benchmarks.Console;
import health.cloudcare.benchmarks.Figure;
import health.cloudcare.benchmarks.Latencies;
import health.cloudcare.benchmarks.load.Connection;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WorkFolder;

/** Consents revoked under load, watched in every service through the gateway; then reading by a consent against the owner's. */
public final class RevocationBenchmark implements Benchmark {
    private static final int KEPT = 20;
    /** Each of these doctors has a consent of each of these patients: no two of one pair, so that what is revoked stays closed. */
    private static final int PATIENTS = 50;

    private static final int DOCTORS = 22;
    /** The first of them are revoked to warm up. */
    private static final int REVOCATIONS = 1_000;

    private static final int LANES = 2;
    private static final Duration REVOKING_LIMIT = Duration.ofSeconds(200);
    private static final Duration READER_INTERVAL = Duration.ofMillis(25);
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration SHORT_ROUND = Duration.ofSeconds(1);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "revocation";
    }

    @Override
    public String about() {
        return "from a revoked consent to the first refusal in each service, and what reading by a consent costs";
    }

    @Override
    public void run(Console console, List<Figure> figures) throws Exception {
        try (WorkFolder folder = WorkFolder.create();
                TokenIssuer issuer = TokenIssuer.start(clock);
                ConsentStack stack = ConsentStack.start(Project.find(), folder, issuer)) {
            console.line(
                    "%d cores are shared by everything: this client (%d revoking patients, each watched by a doctor in"
                            + " %d services; one reader per service, every %d ms), gateway, services, PostgreSQL,"
                            + " MongoDB server, Redis, Kafka",
                    Runtime.getRuntime().availableProcessors(),
                    LANES,
                    PatientData.values().length,
                    READER_INTERVAL.toMillis());
            SignUps signUps = new SignUps(
                    stack.service(PatientData.PROFILE).port(),
                    stack.kafka().variable("CLOUDCARE_KAFKA_BOOTSTRAP"),
                    issuer.service(),
                    clock);
            List<Consent> kept = KeptConsents.give(KEPT, stack, signUps, issuer, clock);
            List<Consent> revocable = revocable(stack.gateway().port(), signUps, issuer);
            console.line("%,d consents asked for and given, %d of them to stay", revocable.size() + KEPT, KEPT);
            revoke(stack.gateway().port(), kept, revocable, console, figures);
            var comparison = new ConsentedAgainstOwner(stack, kept);
            comparison.compare(PatientData.WEARABLES, ROUND, console, figures);
            for (PatientData data : PatientData.values()) {
                if (data != PatientData.WEARABLES) {
                    comparison.compare(data, SHORT_ROUND, console, figures);
                }
            }
        }
    }

    private static List<Consent> revocable(int gatewayPort, SignUps signUps, TokenIssuer issuer) throws Exception {
        List<Holder> patients = Holder.patients(PATIENTS, issuer);
        signUps.signUp(patients);
        List<Holder> doctors = Holder.doctors(DOCTORS, issuer);
        List<Consent> consents = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(DOCTORS)) {
            List<Future<List<Consent>>> asking = doctors.stream()
                    .map(doctor -> threads.submit(() -> given(patients, doctor, gatewayPort)))
                    .toList();
            for (Future<List<Consent>> given : asking) {
                consents.addAll(given.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("a consent could not be given", e.getCause());
        }
        return consents;
    }

    private static List<Consent> given(List<Holder> patients, Holder doctor, int gatewayPort) throws IOException {
        List<Consent> consents = new ArrayList<>();
        try (Connection gateway = Connection.open(gatewayPort)) {
            for (Holder patient : patients) {
                consents.add(Consent.give(patient, doctor, gateway));
            }
        }
        return consents;
    }

    private static void revoke(
            int gatewayPort, List<Consent> kept, List<Consent> revocable, Console console, List<Figure> figures)
            throws IOException, InterruptedException {
        int warmUps = revocable.size() - REVOCATIONS;
        Revocations revocations = new Revocations(gatewayPort, LANES);
        BackgroundReads background = BackgroundReads.start(gatewayPort, kept, READER_INTERVAL);
        revocations.run(revocable.subList(0, warmUps), REVOKING_LIMIT);
        long start = System.nanoTime();
        Map<PatientData, Enforcement> enforced =
                revocations.run(revocable.subList(warmUps, revocable.size()), REVOKING_LIMIT);
        double seconds = (System.nanoTime() - start) / 1e9;
        BackgroundReads.Done others = background.stop();
        enforced.forEach((data, enforcement) -> console.line("%s: %s", data.service(), enforcement));
        console.line(
                "in %.1f s; beside it %,d reads by consents that stay: %s; refused: %d, undecided (503): %d",
                seconds,
                others.verdicts().total(),
                others.latencies(),
                others.verdicts().refused(),
                others.verdicts().undecided());
        addFigures(enforced.values(), figures);
        if (others.verdicts().refused() > 0) {
            throw new IllegalStateException("reads by consents that nobody revoked were refused");
        }
    }

    private static void addFigures(Collection<Enforcement> enforced, List<Figure> figures) {
        List<Latencies> lags = enforced.stream().map(Enforcement::lags).toList();
        figures.add(new Figure.Seconds("revocation-p99-seconds", worst(lags, Latencies::p99)));
        figures.add(new Figure.Seconds("revocation-max-seconds", worst(lags, Latencies::max)));
        figures.add(new Figure.Plain(
                "revocations", lags.stream().mapToInt(Latencies::count).min().orElseThrow()));
        figures.add(new Figure.Plain(
                "reads-allowed-after-refusal",
                enforced.stream()
                        .mapToLong(enforcement -> enforcement.later().allowed())
                        .sum()));
        figures.add(new Figure.Plain(
                "reads-undecided",
                enforced.stream().mapToLong(Enforcement::undecided).sum()));
    }

    private static double worst(List<Latencies> lags, ToDoubleFunction<Latencies> figure) {
        return lags.stream().mapToDouble(figure).max().orElseThrow();
    }
}

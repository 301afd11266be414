package health.cloudcare.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import health.cloudcare.benchmarks.authenticated.AuthenticatedBenchmark;
import health.cloudcare.benchmarks.crash.CrashBenchmark;
import health.cloudcare.benchmarks.dashboard.DashboardBenchmark;
import health.cloudcare.benchmarks.ingest.IngestBenchmark;
import health.cloudcare.benchmarks.login.LoginBenchmark;
import health.cloudcare.benchmarks.profile.ProfileBenchmark;
import health.cloudcare.benchmarks.replicas.ReplicasBenchmark;
import health.cloudcare.benchmarks.revocation.RevocationBenchmark;
import health.cloudcare.benchmarks.stack.ProfileSummary;
import health.cloudcare.benchmarks.sync.SyncBenchmark;

/** The program behind {@code ./cloudcare bench <name>}. */
public final class Main {
    private static final List<Benchmark> BENCHMARKS = List.of(
            new IngestBenchmark(),
            new DashboardBenchmark(),
            new LoginBenchmark(),
            new AuthenticatedBenchmark(),
            new RevocationBenchmark(),
            new ProfileBenchmark(),
            new SyncBenchmark(),
            new ReplicasBenchmark(),
            new CrashBenchmark());
    /** Held here: the log manager forgets loggers nobody refers to, and their levels with them. */
    private static final Logger LIBRARIES = Logger.getLogger("org");

    private Main() {}

    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.SEVERE);
        var console =
                new Console(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        String name = arguments.length == 1 ? arguments[0] : "";
        System.exit(BENCHMARKS.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .map(benchmark -> run(benchmark, console))
                .orElseGet(() -> unknown(name, console)));
    }

    private static int run(Benchmark benchmark, Console console) {
        List<Figure> figures = new ArrayList<>();
        int status = 0;
        try {
            benchmark.run(console, figures);
        } catch (Exception e) {
            console.line("");
            e.printStackTrace(console.out());
            console.line("%nThe benchmark %s failed. What it had measured by then:", benchmark.name());
            status = 1;
        }
        summarise(console);
        console.line("");
        figures.forEach(figure -> console.line("%s", figure.line()));
        return status;
    }

    /** Where the time went and what was allocated, if that was recorded. */
    private static void summarise(Console console) {
        try {
            ProfileSummary.ofAll().forEach(line -> console.line("%s", line));
        } catch (IOException e) {
            console.line("The recordings cannot be read: %s", e);
        }
    }

    private static int unknown(String name, Console console) {
        console.line(
                "%s", name.isEmpty() ? "Say which benchmark:" : "There is no benchmark '" + name + "'. There are:");
        BENCHMARKS.forEach(benchmark -> console.line("  %-12s %s", benchmark.name(), benchmark.about()));
        return 2;
    }
}

package health.cloudcare.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import health.cloudcare.benchmarks.dashboard.DashboardBenchmark;
import health.cloudcare.benchmarks.ingest.IngestBenchmark;

/** The program behind {@code ./cloudcare bench <name>}. */
public final class Main {
    private static final List<Benchmark> BENCHMARKS = List.of(new IngestBenchmark(), new DashboardBenchmark());
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
        try {
            List<Figure> figures = benchmark.run(console);
            console.line("");
            figures.forEach(figure -> console.line("%s", figure.line()));
            return 0;
        } catch (Exception e) {
            console.line("%s failed: %s", benchmark.name(), e);
            e.printStackTrace(console.out());
            return 1;
        }
    }

    private static int unknown(String name, Console console) {
        console.line(name.isEmpty() ? "Say which benchmark:" : "There is no benchmark '%s'. There are:", name);
        BENCHMARKS.forEach(benchmark -> console.line("  %-12s %s", benchmark.name(), benchmark.about()));
        return 2;
    }
}

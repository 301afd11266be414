package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import health.cloudcare.localstack.backing.ChildProcess;
import health.cloudcare.localstack.backing.Children;

/** A service, the broker or the stores: a Java process of its own. */
final class JavaProcess implements ManagedProcess {
    /** The first end of a process also writes its class-data archive, all of them at once. */
    private static final Duration STOP = Duration.ofSeconds(45);

    private final Description description;
    private final Launch launch;
    private volatile @Nullable Process process;

    JavaProcess(Description description, Launch launch) {
        this.description = description;
        this.launch = launch;
    }

    /** What people and the state file call it. */
    record Description(String name, String purpose, List<Integer> ports, String url) {
        Description {
            ports = List.copyOf(ports);
        }
    }

    /**
     * How it is started.
     *
     * @param withheld variables of this process's own environment that it must not see
     */
    record Launch(
            List<String> command,
            Map<String, String> environment,
            Set<String> withheld,
            Path log,
            Readiness readiness) {}

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public String purpose() {
        return description.purpose();
    }

    @Override
    public List<Integer> ports() {
        return description.ports();
    }

    @Override
    public String url() {
        return description.url();
    }

    @Override
    public void start() throws IOException, InterruptedException {
        Process started = Children.start(builder());
        process = started;
        launch.readiness().await(started);
    }

    @Override
    public Optional<Process> process() {
        return Optional.ofNullable(process);
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        Process running = process;
        if (running != null) {
            ChildProcess.stop(running.toHandle(), "TERM", STOP);
        }
    }

    private ProcessBuilder builder() {
        var builder = new ProcessBuilder(Children.command("TERM", launch.command()));
        builder.environment().keySet().removeAll(launch.withheld());
        builder.environment().putAll(launch.environment());
        var log = ProcessBuilder.Redirect.appendTo(launch.log().toFile());
        if (launch.readiness() instanceof Readiness.Announced) {
            builder.redirectError(log); // output is the announcement, an open input means: keep running
        } else {
            builder.redirectErrorStream(true).redirectOutput(log);
            builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        }
        return builder;
    }
}

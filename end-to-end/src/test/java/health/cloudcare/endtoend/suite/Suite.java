package health.cloudcare.endtoend.suite;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import health.cloudcare.journey.Gateway;
import health.cloudcare.testkit.project.ProjectRoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged suite in processes of its own, with its data in this module's {@code target/suite}. */
public final class Suite implements AutoCloseable {

    public static final String WEARABLES = "wearables-service";
    public static final List<String> SERVICES = List.of(
            "gateway",
            "auth-service",
            "patient-service",
            "doctor-service",
            "hospital-service",
            WEARABLES,
            "document-service",
            "notification-service");
    public static final String BROKER = "kafka";
    public static final String STORES = "stores";

    /** Of which the issue allows 45 s; a busy build machine gets more before the tests give up. */
    private static final Duration START = Duration.ofSeconds(180);

    private static final Duration RESTART = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(90);

    private final Path project = ProjectRoot.find();
    private final Path home = project.resolve("end-to-end/target/suite");
    private final int portBase = FreePorts.base();
    private final Process supervisor;
    private final Thread lastResort = new Thread(this::stop, "stop the suite");

    Suite() {
        supervisor = launch("up", "--fresh", "--port-base", Integer.toString(portBase));
        Runtime.getRuntime().addShutdownHook(lastResort);
        await("the suite is ready, see " + output())
                .atMost(START)
                .until(() -> !supervisor.isAlive() || state().containsKey("ready.millis"));
        assertThat(supervisor.isAlive()).as("the suite starts, see " + output()).isTrue();
    }

    public Gateway gateway() {
        return new Gateway(URI.create("http://localhost:" + portBase));
    }

    public Gateway directly(String service) {
        return new Gateway(URI.create(state().getProperty("process." + service + ".url")));
    }

    /** What {@code ./cloudcare status} prints. */
    public String status() {
        Process status = launch("status");
        try {
            String text = new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            status.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the processes of the suite have logged so far. */
    public Map<String, String> logs() {
        Map<String, String> logs = new TreeMap<>();
        try (Stream<Path> files = Files.list(home.resolve("logs"))) {
            for (Path file : files.toList()) {
                logs.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return logs;
    }

    /** {@code kill -9}: nothing is flushed, nobody is told. */
    public void kill(String process) {
        long pid = Long.parseLong(state().getProperty("process." + process + ".pid"));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    public int restarts(String process) {
        return Integer.parseInt(state().getProperty("process." + process + ".restarts"));
    }

    /** @param restarts how many there were before */
    public void awaitRestartAfter(int restarts, String process) {
        await(process + " is started again")
                .atMost(RESTART)
                .until(() -> restarts(process) > restarts
                        && state().getProperty("process." + process + ".phase").equals("READY"));
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        stop();
        assertThat(leftBehind()).as("processes left behind").isEmpty();
    }

    private void stop() {
        supervisor.destroy();
        try {
            if (!supervisor.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                supervisor.destroyForcibly();
                launch("down").waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> leftBehind() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.flatMap(process -> process.info().commandLine().stream())
                    .filter(commandLine -> commandLine.contains(home.toString()))
                    .toList();
        }
    }

    private Process launch(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                project.resolve("platform/local-stack/target/lib").resolve("*").toString(),
                "health.cloudcare.localstack.Supervisor",
                command,
                "--project",
                project.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("CLOUDCARE_HOME", home.toString());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        try {
            Files.createDirectories(home);
            if (command.equals("up")) {
                builder.redirectOutput(output().toFile());
            }
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output() {
        return home.resolveSibling("suite.log");
    }

    private Properties state() {
        Properties properties = new Properties();
        Path file = home.resolve("run/state.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        boolean ours = Long.toString(supervisor.pid()).equals(properties.getProperty("supervisor.pid"));
        return ours ? properties : new Properties();
    }
}

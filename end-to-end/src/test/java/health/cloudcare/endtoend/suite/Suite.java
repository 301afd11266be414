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

import org.jspecify.annotations.Nullable;

import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.Outbox;
import health.cloudcare.journey.PatientClient;
import health.cloudcare.testkit.project.ProjectRoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged suite in processes of its own, with its data in this module's {@code target/suite}. */
public final class Suite implements AutoCloseable {

    public static final String AUTH = "auth-service";
    public static final String PATIENT = "patient-service";
    public static final String DOCTOR = "doctor-service";
    public static final String HOSPITAL = "hospital-service";
    public static final String WEARABLES = "wearables-service";
    public static final List<String> SERVICES =
            List.of("gateway", AUTH, PATIENT, DOCTOR, HOSPITAL, WEARABLES, "document-service", "notification-service");
    public static final String BROKER = "kafka";
    public static final String STORES = "stores";

    /** Of which the issue allows 45 s; a busy build machine gets more before the tests give up. */
    private static final Duration START = Duration.ofSeconds(180);

    /**
     * All callers of the tests share one address, so what counts per address is generous. What counts per account, telephone
     * or e-mail address is as delivered, but for a pause that is noted below. The rest shortens waits that the tests have to see the end of.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "CLOUDCARE_GATEWAY_RATE_LIMIT_CREDENTIALS_PER_MINUTE", "100000",
            "CLOUDCARE_GATEWAY_RATE_LIMIT_REQUESTS_PER_MINUTE", "100000",
            "CLOUDCARE_THROTTLE_LIMITS_ADDRESS", "100000/1M",
            // without the pause of 30 s, which the cool-down of codes has as well and tests can let pass
            "CLOUDCARE_THROTTLE_LIMITS_EMAIL_CODE", "5/1H",
            "CLOUDCARE_SIGNUP_ABANDONED_AFTER", "15S",
            "CLOUDCARE_SIGNUP_RECOVERY_INTERVAL", "2S",
            "CLOUDCARE_SIGNING_KEY_PROPAGATION", "PT4S",
            "CLOUDCARE_TOKEN_KEYS_REFRESH", "PT1S");

    private static final Duration RESTART = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(90);
    /** Begins what was generated for this installation. */
    private static final String MARKER = "local:";

    private final Path project = ProjectRoot.find();
    private final Path home = project.resolve("end-to-end/target/suite");
    private final int portBase = FreePorts.base();
    private final Process supervisor;
    private volatile @Nullable String administrator;
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

    /** Behind the services' backs. */
    public Stores stores() {
        return new Stores(portBase, secret("postgres-password"));
    }

    public Topics topics() {
        return new Topics(portBase);
    }

    public Outbox outbox() {
        return new Outbox(gateway());
    }

    /** A signed-in administrator: the first one, who comes with the installation. */
    public String administratorToken() {
        // the account may sign in so many times in a while, like any other
        if (administrator == null
                || gateway().get(PatientClient.ME, Map.of(), administrator).status() != 200) {
            administrator = newAdministratorToken();
        }
        return administrator;
    }

    /** Of a session of its own. */
    public String newAdministratorToken() {
        String password = secret("admin-password").substring(MARKER.length());
        return gateway()
                .post(PatientClient.LOGIN, Map.of("email", "admin@cloudcare.example", "password", password))
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    /** As it stands in its file, marker included. */
    public String secret(String name) {
        try {
            return Files.readString(home.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command printed and ended with. */
    public record Outcome(int status, String text) {}

    /** What {@code ./cloudcare status} prints. */
    public String status() {
        return run("status").text();
    }

    /** {@code ./cloudcare audit verify}. */
    public Outcome verifyAudit() {
        return run("audit");
    }

    private Outcome run(String command) {
        Process process = launch(command);
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), text);
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
        ProcessHandle.of(pid(process)).orElseThrow().destroyForcibly();
    }

    /** Stops a process in the middle of what it does, and lets it go on when closed: a very slow one. */
    public Pause pause(String process) {
        return Pause.of(pid(process));
    }

    private long pid(String process) {
        return Long.parseLong(state().getProperty("process." + process + ".pid"));
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
                builder.environment().putAll(SETTINGS);
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

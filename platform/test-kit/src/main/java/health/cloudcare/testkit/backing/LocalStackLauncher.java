package health.cloudcare.testkit.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import health.cloudcare.testkit.project.ProjectRoot;

/**
 * Starts the local stack's backing services in a process of their own, so that a Kafka broker and its libraries stay off
 * the class path of the service under test. The process stops by itself when its standard input ends, that is with this
 * JVM, however this JVM ends.
 */
final class LocalStackLauncher {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private LocalStackLauncher() {}

    static Map<String, String> start(Set<BackingService> services) {
        Path log = logFile();
        try {
            Process process = new ProcessBuilder(command(services))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
            return awaitReady(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Set<BackingService> services) throws IOException {
        Path libraries = ProjectRoot.find().resolve("platform/local-stack/target/lib");
        if (!Files.isDirectory(libraries)) {
            throw new IllegalStateException(
                    libraries + " is missing: build it with 'mvn -pl platform/local-stack install -DskipTests'");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                libraries + "/*",
                "health.cloudcare.localstack.BackingServices",
                "--services",
                services.stream().map(BackingService::argument).collect(Collectors.joining(",")),
                "--data",
                Files.createTempDirectory("cloudcare-test-").toString(),
                "--ports",
                "auto",
                "--ephemeral");
    }

    private static Map<String, String> awaitReady(Process process, Path log) {
        CompletableFuture<Map<String, String>> ready = new CompletableFuture<>();
        // the thread is also what keeps the process object, and with it the open standard input, reachable
        Thread.ofPlatform().name("backing-services").daemon().start(new ReadyReader(process, ready));
        try {
            return ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the backing services started", e);
        } catch (ExecutionException | TimeoutException e) {
            stop(process);
            throw new IllegalStateException("The backing services did not start, see " + log.toAbsolutePath(), e);
        }
    }

    private static void stop(Process process) {
        try {
            process.getOutputStream().close();
            if (process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            // its end of the pipe is gone already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroyForcibly();
    }

    private static Path logFile() {
        try {
            return Files.isDirectory(Path.of("target"))
                    ? Path.of("target", "backing-services.log")
                    : Files.createTempFile("cloudcare-backing-services-", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

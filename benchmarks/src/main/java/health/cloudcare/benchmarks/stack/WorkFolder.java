package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A temporary folder for the data and logs of one run; gone when it is closed, or when this process is asked to end. */
public final class WorkFolder implements AutoCloseable {
    private static final int ATTEMPTS = 40;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

    private final Path path;
    private final Thread atExit;

    private WorkFolder(Path path) {
        this.path = path;
        this.atExit = new Thread(() -> deleteBesideEndingProcesses(path), "delete-work-folder");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    public static WorkFolder create() throws IOException {
        return new WorkFolder(Files.createTempDirectory("cloudcare-bench-"));
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        delete(path);
    }

    /** All hooks run at once: the processes that are being ended still write for a moment. */
    private static void deleteBesideEndingProcesses(Path folder) {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
            delete(folder);
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // a process that is just ending still removes files of its own
        }
    }
}

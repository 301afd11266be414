package health.cloudcare.localstack.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a child process to become usable. */
final class Await {
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private Await() {}

    static void until(String what, Duration limit, BooleanSupplier ready, BooleanSupplier alive, Path log)
            throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!alive.getAsBoolean()) {
                throw new IOException(what + " ended while starting: " + lastLine(log));
            }
            if (System.nanoTime() > end) {
                throw new IOException(what + " was not ready after " + limit.toSeconds() + " s, see " + log);
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    private static String lastLine(Path log) throws IOException {
        var lines = Files.exists(log) ? Files.readAllLines(log) : java.util.List.<String>of();
        return lines.isEmpty() ? "it wrote nothing to " + log : lines.getLast() + " (" + log + ")";
    }
}

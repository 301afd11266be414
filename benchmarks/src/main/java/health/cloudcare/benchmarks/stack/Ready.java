package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a process that was just started. */
final class Ready {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private Ready() {}

    /** Returns when the address answers with 200; ends the process and fails when it does not come to that. */
    static void await(URI address, ChildProcess child, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        HttpRequest request = HttpRequest.newBuilder(address).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, request)) {
                if (!child.process().isAlive() || System.nanoTime() > end) {
                    child.close();
                    throw new IOException("the service did not become ready: " + Files.readString(log));
                }
                LockSupport.parkNanos(INTERVAL.toNanos());
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }
}

package health.cloudcare.localstack.supervisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a Java process tells that it can be used. */
sealed interface Readiness {
    Duration LIMIT = Duration.ofSeconds(120);

    /** Returns once the process is ready. */
    void await(Process process) throws IOException, InterruptedException;

    /** Asks an HTTP endpoint until it answers 200. */
    record Http(URI endpoint) implements Readiness {
        private static final Duration INTERVAL = Duration.ofMillis(150);
        private static final int TIMEOUT_MILLIS = 2000;

        @Override
        public void await(Process process) throws IOException, InterruptedException {
            long end = System.nanoTime() + LIMIT.toNanos();
            while (!answers()) {
                if (process.waitFor(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException("it ended with exit code " + process.exitValue());
                }
                if (System.nanoTime() > end) {
                    throw new IOException(endpoint + " did not answer 200 within " + LIMIT.toSeconds() + " s");
                }
            }
        }

        private boolean answers() {
            try {
                var connection = (HttpURLConnection) endpoint.toURL().openConnection();
                connection.setConnectTimeout(TIMEOUT_MILLIS);
                connection.setReadTimeout(TIMEOUT_MILLIS);
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } catch (IOException e) {
                return false; // not listening yet
            }
        }
    }

    /** Reads the process's output up to the end of the announcement that starts with the line {@code READY}. */
    record Announced() implements Readiness {
        @Override
        public void await(Process process) throws IOException, InterruptedException {
            var announced = new CompletableFuture<Boolean>();
            Thread.ofVirtual().start(() -> announced.complete(announces(process)));
            try {
                if (!announced.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException("it ended with exit code " + process.waitFor());
                }
            } catch (TimeoutException e) {
                throw new IOException("it was not ready within " + LIMIT.toSeconds() + " s", e);
            } catch (ExecutionException e) {
                throw new IOException("its output cannot be read", e);
            }
        }

        private static boolean announces(Process process) {
            try {
                BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (line.isEmpty()) {
                        return true;
                    }
                }
                return false;
            } catch (IOException e) {
                return false; // it is ending
            }
        }
    }
}

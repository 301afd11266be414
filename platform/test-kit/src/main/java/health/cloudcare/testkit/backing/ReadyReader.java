package health.cloudcare.testkit.backing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads the process' output: the line READY, one address as {@code CLOUDCARE_…=value} per line, an empty line. */
final class ReadyReader implements Runnable {

    private static final Pattern ADDRESS = Pattern.compile("(CLOUDCARE_[A-Z0-9_]+)=(.*)");

    private final Process process;
    private final CompletableFuture<Map<String, String>> ready;
    private final Map<String, String> addresses = new TreeMap<>();
    private boolean announced;

    ReadyReader(Process process, CompletableFuture<Map<String, String>> ready) {
        this.process = process;
        this.ready = ready;
    }

    @Override
    public void run() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
                read(line);
            }
            ready.completeExceptionally(new IllegalStateException("The process ended before it was ready"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    private void read(String line) {
        Matcher matcher = ADDRESS.matcher(line);
        if (line.equals("READY")) {
            announced = true;
        } else if (announced && line.isEmpty()) {
            ready.complete(Map.copyOf(addresses));
        } else if (announced && matcher.matches()) {
            addresses.put(matcher.group(1), matcher.group(2));
        }
    }
}

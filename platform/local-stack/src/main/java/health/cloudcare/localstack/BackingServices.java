package health.cloudcare.localstack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import health.cloudcare.localstack.backing.Backing;
import health.cloudcare.localstack.backing.BackingSettings;
import health.cloudcare.localstack.backing.Directories;
import health.cloudcare.localstack.backing.Ports;
import health.cloudcare.localstack.backing.RunningBackings;
import health.cloudcare.localstack.secret.LocalSecrets;

/**
 * Runs backing services in this process until standard input ends or the process is asked to stop.
 *
 * <p>Standard output carries the line {@code READY}, then one {@code CLOUDCARE_NAME=value} per line, then an empty line,
 * and nothing else. Everything a person may want to read goes to standard error.
 */
public final class BackingServices {
    private static final String ALL = "postgres,kafka,mongo,redis,s3,smtp";

    private BackingServices() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // libraries that print must not break the protocol
        Logging.configure();
        RunningBackings running;
        try {
            running = start(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try {
            Map<String, String> environment = running.start();
            out.println(ready(environment));
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        awaitEndOfInput();
        System.exit(0);
    }

    private static RunningBackings start(String[] arguments) throws IOException {
        var options = Arguments.parse(
                arguments, Set.of("--services", "--data", "--logs", "--secrets", "--ports"), Set.of("--ephemeral"));
        List<Backing> backings = Backing.parse(options.value("--services").orElse(ALL));
        Path data = Path.of(options.value("--data")
                        .orElseThrow(() -> new IllegalArgumentException("--data must name a directory")))
                .toAbsolutePath();
        Path logs = options.value("--logs").map(Path::of).orElse(data.resolve("logs"));
        Path secrets = options.value("--secrets").map(Path::of).orElse(data.resolve("secrets"));
        Files.createDirectories(logs);
        boolean ephemeral = options.has("--ephemeral");
        var settings = new BackingSettings(
                data, logs, Ports.parse(options.value("--ports").orElse("auto")), LocalSecrets.in(secrets), ephemeral);
        var running = new RunningBackings(settings, backings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, data, ephemeral), "stop"));
        return running;
    }

    private static void stop(RunningBackings running, Path data, boolean ephemeral) {
        running.stop();
        if (ephemeral) {
            try {
                Directories.delete(data);
            } catch (IOException e) {
                System.err.println("Left behind: " + data + " (" + e.getMessage() + ")");
            }
        }
    }

    private static String ready(Map<String, String> environment) {
        var text = new StringBuilder("READY\n");
        new TreeMap<>(environment)
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        return text.toString();
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // whatever is written to us means: keep running
        }
    }
}

package health.cloudcare.localstack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import health.cloudcare.localstack.supervisor.Console;
import health.cloudcare.localstack.supervisor.Detached;
import health.cloudcare.localstack.supervisor.Down;
import health.cloudcare.localstack.supervisor.Installation;
import health.cloudcare.localstack.supervisor.Maintenance;
import health.cloudcare.localstack.supervisor.Status;
import health.cloudcare.localstack.supervisor.Up;
import health.cloudcare.localstack.supervisor.UpOptions;

/** The program behind {@code ./cloudcare up}, {@code down}, {@code status}, {@code keys}, {@code aadhaar} and {@code audit}. */
public final class Supervisor {
    private static final Set<String> VALUES = Set.of("--project", "--port-base", "--only");
    private static final Set<String> FLAGS = Set.of("--fresh", "--detach", "--immediately");

    private Supervisor() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logging.configure();
        var console =
                new Console(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        int status;
        try {
            status = run(List.of(arguments), console, System.getenv());
        } catch (IllegalArgumentException e) {
            console.line(String.valueOf(e.getMessage()));
            status = 2;
        }
        System.exit(status);
    }

    private static int run(List<String> arguments, Console console, Map<String, String> environment)
            throws IOException, InterruptedException {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        String[] rest = arguments.stream().skip(1).toArray(String[]::new);
        var options = Arguments.parse(rest, VALUES, FLAGS);
        Path project = Path.of(options.value("--project").orElse("."));
        String home = environment.getOrDefault("CLOUDCARE_HOME", "");
        var installation = new Installation(project, home.isBlank() ? project.resolve(".cloudcare") : Path.of(home));
        return switch (command) {
            case "up" -> {
                if (options.has("--detach")) {
                    List<String> supervisor = Arrays.stream(rest)
                            .filter(argument -> !argument.equals("--detach"))
                            .toList();
                    yield new Detached(installation, console).run(prepend("up", supervisor));
                }
                yield new Up(installation, upOptions(options, environment), environment, console)
                        .run(Clock.systemUTC());
            }
            case "down" -> new Down(installation, console).run();
            case "status" -> new Status(installation, console).run();
            case "keys" -> new Maintenance(installation, environment, console).rotateKeys(options.has("--immediately"));
            case "aadhaar" -> new Maintenance(installation, environment, console).reencryptAadhaar();
            case "audit" -> new Maintenance(installation, environment, console).verifyAudit();
            case "replay-dead-letters" -> new Maintenance(installation, environment, console).replayDeadLetters();
            case "check-rollups" -> new Maintenance(installation, environment, console).checkRollups(false);
            case "rebuild-rollups" -> new Maintenance(installation, environment, console).checkRollups(true);
            default ->
                throw new IllegalArgumentException(
                        "Say up, down, status, keys, aadhaar, audit or a command of wearables, not '" + command + "'");
        };
    }

    private static List<String> prepend(String first, List<String> others) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), others.stream())
                .toList();
    }

    private static UpOptions upOptions(Arguments options, Map<String, String> environment) {
        String portBase = options.value("--port-base")
                .orElse(environment.getOrDefault("CLOUDCARE_PORT_BASE", Integer.toString(UpOptions.DEFAULT_PORT_BASE)));
        try {
            return UpOptions.of(
                    Integer.parseInt(portBase), options.value("--only").orElse(""), options.has("--fresh"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The port base must be a number, not '" + portBase + "'", e);
        }
    }
}

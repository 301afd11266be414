package health.cloudcare.localstack.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Starts child processes that end with this one, however this one ends. The kernel tells a child when the <em>thread</em>
 * that started it is gone, so all are started by one thread that lives as long as the process.
 */
public final class Children {
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("child-starter").daemon().factory());

    private Children() {}

    public static Process start(ProcessBuilder builder) throws IOException, InterruptedException {
        try {
            return STARTER.submit(builder::start).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException("Could not start " + builder.command().getFirst(), e.getCause());
        }
    }

    /** A command in a session of its own (Ctrl-C in a terminal is for the parent alone), signalled when the parent dies. */
    public static List<String> command(String signalOnParentDeath, List<String> command) {
        return inOwnSession(endingWithParent(signalOnParentDeath, command));
    }

    static List<String> inOwnSession(List<String> command) {
        return installed("setsid") ? prefixed(command, "setsid") : command;
    }

    static List<String> endingWithParent(String signal, List<String> command) {
        return installed("setpriv") ? prefixed(command, "setpriv", "--pdeathsig", signal) : command;
    }

    private static List<String> prefixed(List<String> command, String... prefix) {
        return Stream.concat(Stream.of(prefix), command.stream()).toList();
    }

    private static boolean installed(String tool) {
        return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
    }
}

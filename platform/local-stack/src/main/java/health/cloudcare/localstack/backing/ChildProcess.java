package health.cloudcare.localstack.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Signals to operating-system processes, and the ones an earlier, killed run left behind. */
public final class ChildProcess {
    private ChildProcess() {}

    /** Asks by signal, waits, then kills. {@code INT} is PostgreSQL's word for a fast shutdown. */
    public static void stop(ProcessHandle process, String signal, Duration patience)
            throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        if (signal.equals("TERM")) {
            process.destroy();
        } else {
            // the shell's built-in: a Debian without procps has no other kill
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        }
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for process " + process.pid(), e);
        }
    }

    /**
     * The living process named by the first line of a pid file, if its command line shows that it works on the given
     * directory; a process number alone may have been given to a stranger.
     */
    static Optional<ProcessHandle> survivor(Path pidFile, Path directory) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return pid.chars().allMatch(Character::isDigit) && !pid.isEmpty()
                ? ProcessHandle.of(Long.parseLong(pid)).filter(process -> worksOn(process, directory))
                : Optional.empty();
    }

    private static boolean worksOn(ProcessHandle process, Path directory) {
        try {
            String commandLine = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return commandLine.contains(directory.toString());
        } catch (IOException e) {
            return false; // it is gone, or nothing of ours
        }
    }
}

package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process started from here and ended by its id, also when this one is killed. */
final class ChildProcess implements AutoCloseable {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final int PATIENCE_SECONDS = 30;
    private static final int THREAD_NAME_LENGTH = 15;

    private final Process process;
    private final Thread atExit;

    private ChildProcess(Process process) {
        this.process = process;
        this.atExit = new Thread(() -> end(process), "end-" + process.pid());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** To be called by the main thread: the kernel ends the child when the thread that started it is gone. */
    static ChildProcess start(List<String> command, Map<String, String> environment, Path log, boolean announces)
            throws IOException {
        List<String> all = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            all.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
        }
        all.addAll(command);
        var builder = new ProcessBuilder(all).redirectError(log.toFile());
        if (!announces) {
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
        }
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start());
    }

    /** The JVM options that the supervisor of {@code ./cloudcare up} gives to its processes. */
    static List<String> java(int heapMegabytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC");
    }

    Process process() {
        return process;
    }

    /** Processor time it has used so far, in the kernel's ticks of 10 ms. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** How many of its threads have this name; the kernel keeps only its beginning. */
    long threads(String name) throws IOException {
        String kept = name.substring(0, Math.min(name.length(), THREAD_NAME_LENGTH));
        long found = 0;
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (Path thread : threads) {
                found += Files.readString(thread.resolve("comm")).strip().equals(kept) ? 1 : 0;
            }
        }
        return found;
    }

    /** {@code kill -9}, of it and of whatever it started. */
    void kill() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Takes all processor time away from it, until {@link #resume}. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        // the shell's built-in: a Debian without procps has no other kill
        int status = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("process " + process.pid() + " could not be signalled " + name);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end(process);
    }

    private static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        try {
            process.getOutputStream().close(); // backing services end in order when their input does
            process.destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}

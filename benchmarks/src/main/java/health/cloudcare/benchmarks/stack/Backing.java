package health.cloudcare.benchmarks.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One embedded backing service of local-stack, durable as in {@code ./cloudcare up}, in a process of its own. */
public final class Backing implements AutoCloseable {
    private final Project project;
    private final Path data;
    private final ChildProcess child;
    private final Map<String, String> environment;
    private final Plan plan;

    /** What is started, with what, and where it listens. */
    private record Plan(WorkFolder folder, String service, String name, int heapMegabytes, String ports) {}

    private Backing(Project project, Path data, ChildProcess child, Map<String, String> environment, Plan plan) {
        this.project = project;
        this.data = data;
        this.child = child;
        this.environment = environment;
        this.plan = plan;
    }

    /** The broker, with the heap that the supervisor gives it. */
    public static Backing kafka(Project project, WorkFolder folder) throws IOException {
        return start(project, folder, "kafka", "kafka", 320);
    }

    /** The same on ports that stay, for a broker that is killed and comes again. */
    public static Backing kafka(Project project, WorkFolder folder, int basePort) throws IOException {
        return start(project, new Plan(folder, "kafka", "kafka", 320, Integer.toString(basePort)));
    }

    /** An empty MongoDB-compatible server, with the heap that the supervisor gives the stores. */
    public static Backing mongo(Project project, WorkFolder folder, String name) throws IOException {
        return start(project, folder, "mongo", name, 512);
    }

    /** The same on a port that stays. */
    public static Backing mongo(Project project, WorkFolder folder, String name, int basePort) throws IOException {
        return start(project, new Plan(folder, "mongo", name, 512, Integer.toString(basePort)));
    }

    /** An empty PostgreSQL as {@code ./cloudcare up} runs it; the heap is that of the process which starts it. */
    public static Backing postgres(Project project, WorkFolder folder, String name) throws IOException {
        return start(project, folder, "postgres", name, 64);
    }

    /** An empty Redis; the heap is that of the process which starts it. */
    public static Backing redis(Project project, WorkFolder folder) throws IOException {
        return start(project, folder, "redis", "redis", 64);
    }

    private static Backing start(Project project, WorkFolder folder, String service, String name, int heapMegabytes)
            throws IOException {
        return start(project, new Plan(folder, service, name, heapMegabytes, "auto"));
    }

    private static Backing start(Project project, Plan plan) throws IOException {
        String name = plan.name();
        Path data = Files.createDirectories(plan.folder().path().resolve(name));
        List<String> command = new ArrayList<>(ChildProcess.java(plan.heapMegabytes()));
        command.addAll(Profile.options(name));
        command.addAll(List.of(
                "-cp",
                project.localStackClassPath(),
                "health.cloudcare.localstack.BackingServices",
                "--services",
                plan.service(),
                "--data",
                data.toString(),
                "--ports",
                plan.ports()));
        Path log = plan.folder().path().resolve(name + ".log");
        ChildProcess child = ChildProcess.start(command, Map.of(), log, true);
        return new Backing(project, data, child, announcement(child.process(), name, log), plan);
    }

    private static Map<String, String> announcement(Process process, String name, Path log) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        String line = reader.readLine();
        if (!"READY".equals(line)) {
            throw new IOException(name + " did not start: " + Files.readString(log));
        }
        for (line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            int equals = line.indexOf('=');
            environment.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return environment;
    }

    /** The {@code CLOUDCARE_*} variables of its clients. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    public String variable(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("not announced: " + name);
        }
        return value;
    }

    /** {@code kill -9}: what it had not written is lost. */
    public void kill() throws InterruptedException {
        child.kill();
    }

    /** Started anew on what it left, after a {@link #kill}. */
    public Backing again() throws IOException {
        child.close();
        return start(project, plan);
    }

    /** Processor time it has used so far. */
    public Duration cpu() {
        return child.cpu();
    }

    /** In order, so that everything is on disk afterwards. */
    public void stop() {
        child.close();
    }

    @Override
    public void close() {
        stop();
    }

    /** Of a stopped MongoDB server: the size of its file once everything that is out of date has been taken out. */
    public long compactedBytes() throws IOException, InterruptedException {
        Path file = mongoFile();
        List<String> command = new ArrayList<>(ChildProcess.java(512));
        command.addAll(List.of(
                "-cp", project.localStackClassPath(), "org.h2.mvstore.MVStoreTool", "-compact", file.toString()));
        Path log = data.resolve("compact.log");
        try (ChildProcess compacting = ChildProcess.start(command, Map.of(), log, false)) {
            if (!compacting.process().waitFor(60, TimeUnit.SECONDS)
                    || compacting.process().exitValue() != 0) {
                throw new IOException("compaction failed: " + Files.readString(log));
            }
        }
        return Files.size(file);
    }

    public long bytesOnDisk() throws IOException {
        return Files.size(mongoFile());
    }

    private Path mongoFile() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".mv"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no MongoDB file in " + data));
        }
    }
}

package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The state of the suite for other programs: {@code state.properties}, and one {@code <name>.pid} per process.
 *
 * <p>Keys: {@code supervisor.pid}, {@code port.base}, {@code started}, {@code ready.millis} (absent until ready),
 * {@code processes} (names, comma-separated), and per name {@code process.<name>.{phase,pid,port,url,started,restarts}}.
 */
public final class StateFile {
    private final Path directory;

    public StateFile(Path directory) {
        this.directory = directory;
    }

    public Optional<SuiteState> read() throws IOException {
        Path file = file();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        List<ProcessState> processes = Arrays.stream(
                        properties.getProperty("processes", "").split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> process(properties, name))
                .toList();
        return Optional.of(new SuiteState(
                Long.parseLong(properties.getProperty("supervisor.pid")),
                Integer.parseInt(properties.getProperty("port.base")),
                Instant.parse(properties.getProperty("started")),
                Optional.ofNullable(properties.getProperty("ready.millis"))
                        .map(millis -> Duration.ofMillis(Long.parseLong(millis))),
                processes));
    }

    void write(SuiteState state) throws IOException {
        var properties = new Properties();
        properties.setProperty("supervisor.pid", Long.toString(state.supervisorPid()));
        properties.setProperty("port.base", Integer.toString(state.portBase()));
        properties.setProperty("started", state.started().toString());
        state.timeToReady().ifPresent(time -> properties.setProperty("ready.millis", Long.toString(time.toMillis())));
        properties.setProperty(
                "processes", state.processes().stream().map(ProcessState::name).collect(Collectors.joining(",")));
        for (ProcessState process : state.processes()) {
            put(properties, process);
        }
        Path fresh = directory.resolve("state.properties.new");
        try (var writer = Files.newBufferedWriter(fresh)) {
            properties.store(writer, null);
        }
        Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        try (var files = Files.newDirectoryStream(directory, "*.{pid,properties}")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path file() {
        return directory.resolve("state.properties");
    }

    private void put(Properties properties, ProcessState process) throws IOException {
        String prefix = "process." + process.name() + ".";
        properties.setProperty(prefix + "phase", process.phase().name());
        properties.setProperty(prefix + "pid", Long.toString(process.pid()));
        properties.setProperty(prefix + "port", Integer.toString(process.port()));
        properties.setProperty(prefix + "url", process.url());
        properties.setProperty(prefix + "started", process.started().toString());
        properties.setProperty(prefix + "restarts", Integer.toString(process.restarts()));
        Files.writeString(directory.resolve(process.name() + ".pid"), process.pid() + "\n");
    }

    private static ProcessState process(Properties properties, String name) {
        String prefix = "process." + name + ".";
        return new ProcessState(
                name,
                ProcessState.Phase.valueOf(properties.getProperty(prefix + "phase")),
                Long.parseLong(properties.getProperty(prefix + "pid")),
                Integer.parseInt(properties.getProperty(prefix + "port")),
                properties.getProperty(prefix + "url"),
                Instant.parse(properties.getProperty(prefix + "started")),
                Integer.parseInt(properties.getProperty(prefix + "restarts")));
    }
}

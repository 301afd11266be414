package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code up --detach}: the supervisor as a process of its own session; this one shows its progress until it is ready. */
public final class Detached {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final int SUPERVISOR_HEAP = 160;

    private final Installation installation;
    private final Console console;

    public Detached(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    /** @param arguments of the supervisor that is started, without {@code --detach} */
    public int run(List<String> arguments) throws IOException, InterruptedException {
        installation.create();
        Path log = installation.logs().resolve("supervisor.log");
        try (var output = new RandomAccessFile(log.toFile(), "rw")) {
            output.setLength(0);
            Process supervisor = launch(arguments, log);
            while (!supervisor.waitFor(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                // what it writes before the state file says so is complete, so look at the state first
                boolean ready = isReady(supervisor.pid());
                show(output);
                if (ready) {
                    return 0;
                }
            }
            show(output);
            return supervisor.exitValue();
        }
    }

    private Process launch(List<String> arguments, Path log) throws IOException {
        var command = new ArrayList<>(List.of(
                "setsid",
                JavaCommand.java(),
                "-Xmx" + SUPERVISOR_HEAP + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                installation.libraries(),
                health.cloudcare.localstack.Supervisor.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private boolean isReady(long supervisor) throws IOException {
        return installation
                .stateFile()
                .read()
                .filter(state -> state.supervisorPid() == supervisor)
                .flatMap(SuiteState::timeToReady)
                .isPresent();
    }

    private void show(RandomAccessFile output) throws IOException {
        var fresh = new byte[(int) (output.length() - output.getFilePointer())];
        output.readFully(fresh);
        String text = new String(fresh, StandardCharsets.UTF_8);
        if (!text.isEmpty()) {
            console.part(text);
        }
    }
}

package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** {@code ./cloudcare status}: every process with its memory, the total, and the time it took to become ready. */
public final class Status {
    private static final int NOT_RUNNING = 3; // as service managers answer

    private final Installation installation;
    private final Console console;

    public Status(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    public int run() throws IOException {
        var own = new OwnProcesses(installation);
        Optional<SuiteState> state = installation.stateFile().read();
        if (state.isEmpty()) {
            console.line("CloudCare is not running.");
            return NOT_RUNNING;
        }
        boolean supervised = own.isSupervisor(state.get().supervisorPid());
        print(state.get());
        if (!supervised) {
            console.line("The supervisor is gone, nothing is restarted any more. ./cloudcare down cleans up.");
            return NOT_RUNNING;
        }
        return 0;
    }

    private void print(SuiteState state) {
        console.line(row("PROCESS", "PID", "STATE", "RESIDENT", "RESTARTS", "URL"));
        long total = ResidentMemory.of(state.supervisorPid());
        console.line(
                row("supervisor", Long.toString(state.supervisorPid()), "running", ResidentMemory.text(total), "", ""));
        for (ProcessState process : state.processes()) {
            long bytes = ResidentMemory.ofTree(process.pid());
            total += bytes;
            String phase = bytes == 0 && process.phase() == ProcessState.Phase.READY
                    ? "dead"
                    : process.phase().name().toLowerCase(Locale.ROOT);
            console.line(row(
                    process.name(),
                    Long.toString(process.pid()),
                    phase,
                    ResidentMemory.text(bytes),
                    Integer.toString(process.restarts()),
                    process.url()));
        }
        String ready = state.timeToReady()
                .map(time -> "ready after " + Console.seconds(time).strip())
                .orElse("starting");
        console.line("Total resident: " + ResidentMemory.text(total) + ", " + ready + ".");
    }

    private static String row(String name, String pid, String phase, String memory, String restarts, String url) {
        return String.format(Locale.ROOT, "%-22s %8s  %-10s %10s %9s  %s", name, pid, phase, memory, restarts, url)
                .stripTrailing();
    }
}

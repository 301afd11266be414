package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import health.cloudcare.localstack.backing.ChildProcess;

/** {@code ./cloudcare down}: asks the supervisor to stop everything, then ends whatever is still there. */
public final class Down {
    /** The supervisor itself gives each of its two stages 45 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final Installation installation;
    private final Console console;

    public Down(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    public int run() throws IOException, InterruptedException {
        var own = new OwnProcesses(installation);
        Optional<SuiteState> state = installation.stateFile().read();
        Optional<ProcessHandle> supervisor =
                state.map(SuiteState::supervisorPid).filter(own::isSupervisor).flatMap(ProcessHandle::of);
        if (supervisor.isPresent()) {
            ChildProcess.stop(supervisor.get(), "TERM", PATIENCE);
        }
        int orphans = own.sweep();
        if (state.isPresent()) {
            installation.stateFile().delete();
        }
        if (orphans > 0) {
            console.line("Ended " + orphans + " processes that a killed run had left behind.");
        } else {
            console.line(supervisor.isPresent() ? "CloudCare is stopped." : "CloudCare was not running.");
        }
        return 0;
    }
}

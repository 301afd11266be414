package health.cloudcare.localstack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import health.cloudcare.localstack.supervisor.ProcessState.Phase;

/** The supervisor's own view of the suite; every change goes to the state file at once. */
final class StateBoard {
    private final StateFile file;
    private final Clock clock;
    private final int portBase;
    private final Instant started;
    private final Map<String, ProcessState> processes = new LinkedHashMap<>();
    private Optional<Duration> timeToReady = Optional.empty();
    private boolean closed;

    StateBoard(StateFile file, Clock clock, int portBase) {
        this.file = file;
        this.clock = clock;
        this.portBase = portBase;
        this.started = clock.instant();
    }

    synchronized void starting(ManagedProcess process) {
        int restarts = restarts(process);
        put(process, Phase.STARTING, clock.instant(), restarts);
    }

    synchronized void ready(ManagedProcess process) {
        put(process, Phase.READY, startOf(process), restarts(process));
    }

    synchronized void restarting(ManagedProcess process) {
        put(process, Phase.RESTARTING, startOf(process), restarts(process) + 1);
    }

    synchronized void allReady(Duration after) {
        timeToReady = Optional.of(after);
        write();
    }

    synchronized SuiteState state() {
        return new SuiteState(
                ProcessHandle.current().pid(), portBase, started, timeToReady, List.copyOf(processes.values()));
    }

    synchronized void close() throws IOException {
        closed = true;
        file.delete();
    }

    Duration elapsed() {
        return Duration.between(started, clock.instant());
    }

    private void put(ManagedProcess process, Phase phase, Instant since, int restarts) {
        long pid = phase == Phase.STARTING
                ? 0 // what is known is its predecessor
                : process.process().map(Process::pid).orElse(0L);
        processes.put(
                process.name(),
                new ProcessState(
                        process.name(), phase, pid, process.ports().getFirst(), process.url(), since, restarts));
        write();
    }

    private int restarts(ManagedProcess process) {
        ProcessState known = processes.get(process.name());
        return known == null ? 0 : known.restarts();
    }

    private Instant startOf(ManagedProcess process) {
        ProcessState known = processes.get(process.name());
        return known == null ? clock.instant() : known.started();
    }

    private void write() {
        if (closed) {
            return;
        }
        try {
            file.write(state());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the state of the suite", e);
        }
    }
}

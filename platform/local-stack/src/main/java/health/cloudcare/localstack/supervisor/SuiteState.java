package health.cloudcare.localstack.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known about the running suite.
 *
 * @param timeToReady empty until every process has been ready once
 */
public record SuiteState(
        long supervisorPid,
        int portBase,
        Instant started,
        Optional<Duration> timeToReady,
        List<ProcessState> processes) {
    public SuiteState {
        processes = List.copyOf(processes);
    }
}

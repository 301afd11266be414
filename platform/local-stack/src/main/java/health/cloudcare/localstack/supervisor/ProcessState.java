package health.cloudcare.localstack.supervisor;

import java.time.Instant;

/**
 * What is known about one process.
 *
 * @param pid 0 before it was started
 * @param restarts how often it was started again after it had died
 */
public record ProcessState(String name, Phase phase, long pid, int port, String url, Instant started, int restarts) {
    /** Where it is in its life. */
    public enum Phase {
        STARTING,
        READY,
        RESTARTING,
        STOPPED
    }
}

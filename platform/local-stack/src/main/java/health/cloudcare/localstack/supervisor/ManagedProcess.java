package health.cloudcare.localstack.supervisor;

import java.util.List;
import java.util.Optional;

/** One process the supervisor is responsible for. */
interface ManagedProcess {
    /** Unique, and the name of its log file. */
    String name();

    /** What it is, for a person. */
    String purpose();

    /** The ports it listens on, the one of {@link #url()} first. */
    List<Integer> ports();

    String url();

    /** Returns once it is ready to be used. */
    void start() throws Exception;

    /** The running process; empty before the start. */
    Optional<Process> process();

    /** Returns once it has ended. Harmless when it never started. */
    void stop() throws Exception;
}

package health.cloudcare.localstack.backing;

import java.util.Optional;

/** A backing service that is a process of its own, a child of this one. */
public interface ChildBacking extends BackingService {
    /** The running process; empty before the start. */
    Optional<Process> process();
}

package health.cloudcare.localstack.backing;

import java.util.Map;

/** A backing service running inside this process or as its child. */
public interface BackingService {
    /** Returns once clients can use it, with the {@code CLOUDCARE_*} variables they need. */
    Map<String, String> start() throws Exception;

    /** Returns once nothing of it is left running. Harmless when it never started. */
    void stop() throws Exception;
}

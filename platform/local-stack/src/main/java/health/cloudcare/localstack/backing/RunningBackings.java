package health.cloudcare.localstack.backing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Several backing services started and stopped together, side by side. */
public final class RunningBackings {
    private static final Logger LOG = Logger.getLogger(RunningBackings.class.getName());

    private final Map<Backing, BackingService> services = new LinkedHashMap<>();

    public RunningBackings(BackingSettings settings, List<Backing> backings) {
        backings.forEach(backing -> services.put(backing, settings.create(backing)));
    }

    /** Returns the variables of all once all are ready. */
    public Map<String, String> start() throws IOException, InterruptedException {
        var environment = new HashMap<String, String>();
        try (var threads = Executors.newCachedThreadPool()) {
            var starting = new LinkedHashMap<Backing, Future<Map<String, String>>>();
            services.forEach((backing, service) -> starting.put(backing, threads.submit(service::start)));
            for (var start : starting.entrySet()) {
                environment.putAll(result(start.getKey(), start.getValue()));
            }
        }
        return environment;
    }

    public void stop() {
        var stopping = new ArrayList<Thread>();
        services.forEach((backing, service) -> stopping.add(Thread.ofPlatform().start(() -> stop(backing, service))));
        for (Thread thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Map<String, String> result(Backing backing, Future<Map<String, String>> start)
            throws IOException, InterruptedException {
        try {
            return start.get();
        } catch (ExecutionException e) {
            throw new IOException(backing.title() + " did not start: " + e.getCause(), e.getCause());
        }
    }

    private static void stop(Backing backing, BackingService service) {
        try {
            service.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "Stopping " + backing.title(), e);
        }
    }
}

package health.cloudcare.benchmarks.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

import health.cloudcare.benchmarks.stack.Backing;
import health.cloudcare.benchmarks.stack.EndedSessions;
import health.cloudcare.benchmarks.stack.Launch;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WearablesStore;
import health.cloudcare.benchmarks.stack.WorkFolder;

/** What an upload takes: Kafka, MongoDB, Redis, the wearables service, and the gateway in front of it. */
final class SyncStack implements AutoCloseable {
    /** Requests are counted as ever, only more of them are let pass. */
    private static final Map<String, String> GENEROUS =
            Map.of("CLOUDCARE_GATEWAY_RATE_LIMIT_REQUESTS_PER_MINUTE", "100000000");

    private final Deque<Runnable> started = new ArrayDeque<>();
    private final Backing kafka;
    private final ServiceProcess wearables;
    private final ServiceProcess gateway;
    private final WearablesStore store;

    private SyncStack(Project project, WorkFolder folder, TokenIssuer issuer) throws Exception {
        try {
            kafka = keep(Backing.kafka(project, folder));
            Backing mongo = keep(Backing.mongo(project, folder, "mongo"));
            Backing redis = keep(Backing.redis(project, folder));
            EndedSessions.announceNone(redis);
            store = new WearablesStore(mongo);
            started.push(store::close);
            wearables = keep(ServiceProcess.wearables(project, folder, issuer, kafka, mongo));
            gateway = keep(ServiceProcess.start(
                    project,
                    folder,
                    Launch.of("gateway", 160)
                            .with(kafka.environment())
                            .with(redis.environment())
                            .with(issuer.environment())
                            .with("CLOUDCARE_WEARABLES_URL", wearables.uri("").toString())
                            .with(GENEROUS)));
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    static SyncStack start(Project project, WorkFolder folder, TokenIssuer issuer) throws Exception {
        return new SyncStack(project, folder, issuer);
    }

    private Backing keep(Backing backing) {
        started.push(backing::close);
        return backing;
    }

    private ServiceProcess keep(ServiceProcess service) {
        started.push(service::close);
        return service;
    }

    String bootstrap() {
        return kafka.variable("CLOUDCARE_KAFKA_BOOTSTRAP");
    }

    ServiceProcess wearables() {
        return wearables;
    }

    ServiceProcess gateway() {
        return gateway;
    }

    WearablesStore store() {
        return store;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().run(); // the last one first
        }
    }
}

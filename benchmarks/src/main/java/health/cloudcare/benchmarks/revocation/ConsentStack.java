package health.cloudcare.benchmarks.revocation;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import health.cloudcare.benchmarks.stack.AuthSecrets;
import health.cloudcare.benchmarks.stack.Backing;
import health.cloudcare.benchmarks.stack.EndedSessions;
import health.cloudcare.benchmarks.stack.Launch;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WorkFolder;

/** Every service that holds data of patients, behind the gateway, on the backing services of {@code ./cloudcare up}. */
final class ConsentStack implements AutoCloseable {
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final Map<PatientData, ServiceProcess> services = new EnumMap<>(PatientData.class);
    private final Backing kafka;
    private final Backing mongo;
    private final ServiceProcess gateway;

    private ConsentStack(Project project, WorkFolder folder, TokenIssuer issuer) throws Exception {
        try {
            Backing redis = keep(Backing.redis(project, folder));
            EndedSessions.announceNone(redis);
            kafka = keep(Backing.kafka(project, folder));
            mongo = keep(Backing.mongo(project, folder, "mongo"));
            Map<String, String> shared = new HashMap<>(issuer.environment());
            shared.putAll(redis.environment());
            shared.putAll(kafka.environment());
            shared.putAll(mongo.environment());
            shared.putAll(keep(Backing.postgres(project, folder, "postgres")).environment());
            shared.putAll(AuthSecrets.ofVault());
            // the documents here have no files, so nobody asks for S3
            shared.putAll(Map.of("CLOUDCARE_S3_ACCESS_KEY", "unused", "CLOUDCARE_S3_SECRET_KEY", "unused"));
            // one doctor and one patient do here what otherwise many do
            shared.put("CLOUDCARE_GATEWAY_RATE_LIMIT_REQUESTS_PER_MINUTE", "100000000");
            Map<PatientData, Launch> launches = launches();
            launches.values().forEach(launch -> shared.put(urlVariable(launch), launch.url()));
            for (var launch : launches.entrySet()) {
                services.put(
                        launch.getKey(),
                        start(project, folder, launch.getValue().with(shared)));
            }
            gateway = start(project, folder, Launch.of("gateway", 160).with(shared));
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    static ConsentStack start(Project project, WorkFolder folder, TokenIssuer issuer) throws Exception {
        return new ConsentStack(project, folder, issuer);
    }

    private static Map<PatientData, Launch> launches() throws IOException {
        Map<PatientData, Launch> launches = new EnumMap<>(PatientData.class);
        for (PatientData data : PatientData.values()) {
            launches.put(data, Launch.of(data.service(), data == PatientData.WEARABLES ? 384 : 128));
        }
        return launches;
    }

    /** By which the others find it. */
    private static String urlVariable(Launch launch) {
        return "CLOUDCARE_" + launch.module().replace("-service", "").toUpperCase(Locale.ROOT) + "_URL";
    }

    private ServiceProcess start(Project project, WorkFolder folder, Launch launch)
            throws IOException, InterruptedException {
        ServiceProcess service = ServiceProcess.start(project, folder, launch);
        started.push(service::close);
        return service;
    }

    private Backing keep(Backing backing) {
        started.push(backing::close);
        return backing;
    }

    ServiceProcess gateway() {
        return gateway;
    }

    ServiceProcess service(PatientData data) {
        return Objects.requireNonNull(services.get(data));
    }

    Backing kafka() {
        return kafka;
    }

    Backing mongo() {
        return mongo;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().run(); // the last one first
        }
    }
}

package health.cloudcare.benchmarks.login;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import health.cloudcare.benchmarks.stack.AuthSecrets;
import health.cloudcare.benchmarks.stack.Backing;
import health.cloudcare.benchmarks.stack.Launch;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.WorkFolder;

/** What signing in takes: PostgreSQL, Kafka, Redis, the gateway, auth-service, and patient-service for something to read. */
final class IdentityStack implements AutoCloseable {
    static final int AUTH_HEAP = 256;

    /** As {@code ./cloudcare up} starts auth-service. */
    static final String AUTH_OPTIONS = "-XX:NewRatio=1 -XX:SurvivorRatio=3 -XX:TargetSurvivorRatio=90"
            + " -XX:MinHeapFreeRatio=70 -XX:MaxHeapFreeRatio=90"
            + " -XX:CompileCommand=quiet"
            + " -XX:CompileCommand=inline,com.password4j.Argon2Function::f"
            + " -XX:CompileCommand=inline,com.password4j.Argon2Function::fBlaMka"
            + " -XX:CompileCommand=inline,com.password4j.Argon2Function::rotr64"
            + " -XX:CompileCommand=inline,com.password4j.Argon2Function::roundFunction";

    /** Everybody comes from one address here. The attempts are counted as ever, only more of them are let pass. */
    private static final Map<String, String> GENEROUS = Map.of(
            "CLOUDCARE_THROTTLE_LIMITS_ADDRESS", "10000000/1M",
            "CLOUDCARE_THROTTLE_LIMITS_ACCOUNT", "10000000/1M",
            "CLOUDCARE_THROTTLE_LIMITS_EMAIL", "10000000/1M",
            "CLOUDCARE_THROTTLE_LIMITS_PHONE", "10000000/1M",
            "CLOUDCARE_THROTTLE_LIMITS_IDENTIFIER", "10000000/1M",
            "CLOUDCARE_GATEWAY_RATE_LIMIT_REQUESTS_PER_MINUTE", "100000000",
            "CLOUDCARE_GATEWAY_RATE_LIMIT_CREDENTIALS_PER_MINUTE", "100000000");

    private final Deque<Runnable> started = new ArrayDeque<>();
    private final ServiceProcess auth;
    private final ServiceProcess gateway;

    private IdentityStack(Project project, WorkFolder folder) throws Exception {
        try {
            Map<String, String> backing = new HashMap<>();
            backing.putAll(keep(Backing.postgres(project, folder, "postgres")).environment());
            backing.putAll(keep(Backing.redis(project, folder)).environment());
            backing.putAll(keep(Backing.kafka(project, folder)).environment());
            Launch authLaunch = Launch.of("auth-service", AUTH_HEAP);
            Launch patientLaunch = Launch.of("patient-service", 128);
            Launch gatewayLaunch = Launch.of("gateway", 160);
            Map<String, String> shared = new HashMap<>(backing);
            shared.putAll(GENEROUS);
            shared.put("CLOUDCARE_AUTH_URL", authLaunch.url());
            shared.put("CLOUDCARE_PATIENT_URL", patientLaunch.url());
            shared.put("CLOUDCARE_JWKS_URL", authLaunch.url() + "/.well-known/jwks.json");
            auth = keep(ServiceProcess.start(
                    project,
                    folder,
                    authLaunch.with(shared).with(AuthSecrets.ofAuth(folder)).with("JDK_JAVA_OPTIONS", AUTH_OPTIONS)));
            keep(ServiceProcess.start(
                    project, folder, patientLaunch.with(shared).with(AuthSecrets.ofVault())));
            gateway = keep(ServiceProcess.start(project, folder, gatewayLaunch.with(shared)));
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    static IdentityStack start(Project project, WorkFolder folder) throws Exception {
        return new IdentityStack(project, folder);
    }

    private Backing keep(Backing backing) {
        started.push(backing::close);
        return backing;
    }

    private ServiceProcess keep(ServiceProcess service) {
        started.push(service::close);
        return service;
    }

    ServiceProcess auth() {
        return auth;
    }

    ServiceProcess gateway() {
        return gateway;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().run(); // the last one first
        }
    }
}

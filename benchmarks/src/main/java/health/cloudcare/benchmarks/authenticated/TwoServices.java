package health.cloudcare.benchmarks.authenticated;

import java.util.HashMap;
import java.util.Map;

import health.cloudcare.benchmarks.load.Connection;
import health.cloudcare.benchmarks.load.Requests;
import health.cloudcare.benchmarks.stack.Backing;
import health.cloudcare.benchmarks.stack.Launch;
import health.cloudcare.benchmarks.stack.Project;
import health.cloudcare.benchmarks.stack.ServiceProcess;
import health.cloudcare.benchmarks.stack.TokenIssuer;
import health.cloudcare.benchmarks.stack.WorkFolder;

/**
 * The packaged hospital-service twice, on one database: as shipped, where its list of hospitals is open, and with a token
 * required for that route by the framework's setting. No route that needs a token as shipped can be opened without a change
 * of code; this way round both run the same code, but for the token.
 */
record TwoServices(ServiceProcess open, ServiceProcess guarded) implements AutoCloseable {
    static final String PATH = "/api/v1/hospitals";

    private static final int HEAP = 128;

    static TwoServices start(
            Project project, WorkFolder folder, TokenIssuer issuer, Backing postgres, Backing kafka, int pair)
            throws Exception {
        Map<String, String> shared = new HashMap<>(postgres.environment());
        shared.putAll(kafka.environment());
        shared.putAll(issuer.environment());
        Launch open = Launch.of("hospital-service", HEAP).with(shared).named("hospital-service-open-" + pair);
        Launch guarded = Launch.of("hospital-service", HEAP)
                .with(shared)
                .named("hospital-service-guarded-" + pair)
                .with("QUARKUS_HTTP_AUTH_PERMISSION_BENCH_PATHS", PATH)
                .with("QUARKUS_HTTP_AUTH_PERMISSION_BENCH_POLICY", "authenticated");
        ServiceProcess first = ServiceProcess.start(project, folder, open);
        try {
            return new TwoServices(first, ServiceProcess.start(project, folder, guarded));
        } catch (Exception e) {
            first.close();
            throw e;
        }
    }

    /** Both give the same answer, the one to everybody, the other only for a token. */
    void requireDifference(byte[] withToken) throws Exception {
        try (Connection toOpen = Connection.open(open.port());
                Connection toGuarded = Connection.open(guarded.port())) {
            String everybody = toOpen.exchange(Requests.get(PATH));
            String known = toGuarded.exchange(withToken);
            int unknown = toGuarded.exchangeAny(Requests.get(PATH));
            int wrong = toGuarded.exchangeAny(Requests.get(PATH, "no-token"));
            if (!everybody.equals(known) || unknown != 401 || wrong != 401) {
                throw new IllegalStateException(
                        "without a token the guarded service answers " + unknown + ", with a wrong one " + wrong
                                + "; the open one:\n" + everybody + "\nwith a token:\n" + known);
            }
        }
    }

    @Override
    public void close() {
        guarded.close();
        open.close();
    }
}

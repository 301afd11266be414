package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/**
 * How a packaged service is started. Its address is known before, so that others can be told it.
 *
 * @param name of its log and its recording
 * @param heapMegabytes as {@code ./cloudcare up} gives it
 * @param core the only one it may use, or {@link #ANY_CORE}
 */
public record Launch(
        String name, String module, int heapMegabytes, int port, Map<String, String> environment, int core) {
    static final int ANY_CORE = -1;

    /** Nobody listens there: what a benchmark does not start must not be found on the ports of a running suite. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    public Launch {
        environment = Map.copyOf(environment);
    }

    /** On a free port, in local mode, connected to nothing yet. */
    public static Launch of(String module, int heapMegabytes) throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (String service : new String[] {"GATEWAY", "AUTH", "PATIENT", "DOCTOR", "HOSPITAL", "WEARABLES"}) {
            environment.put("CLOUDCARE_" + service + "_URL", NOWHERE);
        }
        environment.put("CLOUDCARE_DOCUMENT_URL", NOWHERE);
        environment.put("CLOUDCARE_NOTIFICATION_URL", NOWHERE);
        int port = freePort();
        environment.put("CLOUDCARE_MODE", "local");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        return new Launch(module, module, heapMegabytes, port, environment, ANY_CORE);
    }

    public Launch named(String name) {
        return new Launch(name, module, heapMegabytes, port, environment, core);
    }

    /** Kept to one core, counted from 0; takes {@code taskset}. */
    public Launch onCore(int number) {
        return new Launch(name, module, heapMegabytes, port, environment, number);
    }

    public Launch with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Launch(name, module, heapMegabytes, port, all, core);
    }

    public Launch with(String variable, String value) {
        return with(Map.of(variable, value));
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

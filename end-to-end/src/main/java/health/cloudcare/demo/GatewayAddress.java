package health.cloudcare.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Where the gateway is: as configured, else where the suite that runs here says, else at the default port. */
final class GatewayAddress {

    private static final String DEFAULT_PORT = "8000";

    private GatewayAddress() {}

    static URI find(Map<String, String> environment, String project) {
        String configured = environment.get("CLOUDCARE_GATEWAY_URL");
        if (configured != null) {
            return URI.create(configured);
        }
        Path home = Path.of(environment.getOrDefault("CLOUDCARE_HOME", project + "/.cloudcare"));
        String port = portOfRunningSuite(
                home.resolve("run/state.properties"), environment.getOrDefault("CLOUDCARE_PORT_BASE", DEFAULT_PORT));
        return URI.create("http://localhost:" + port);
    }

    private static String portOfRunningSuite(Path state, String otherwise) {
        if (!Files.exists(state)) {
            return otherwise;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(state)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("port.base", otherwise);
    }
}

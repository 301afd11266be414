package health.cloudcare.testkit.backing;

import java.util.Map;
import java.util.TreeMap;

/**
 * What outlives one Quarkus application inside the test JVM. Quarkus loads this code once per application class loader,
 * so statics are not shared; system properties are.
 */
final class SharedState {

    private static final String PREFIX = "cloudcare.testkit.backing.";

    private SharedState() {}

    static void remember(Map<String, String> addresses) {
        addresses.forEach((variable, value) -> System.setProperty(PREFIX + variable, value));
    }

    static Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                addresses.put(name.substring(PREFIX.length()), System.getProperty(name));
            }
        }
        return addresses;
    }
}

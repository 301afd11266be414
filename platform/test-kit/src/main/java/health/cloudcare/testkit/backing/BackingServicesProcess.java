package health.cloudcare.testkit.backing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The backing services of this test JVM. The first request starts them; later ones, from any class loader, get the same.
 * A service whose address is given as an environment variable or system property ({@code CLOUDCARE_MONGODB_URI=…}) is
 * used as it is and not started.
 */
public final class BackingServicesProcess {

    private BackingServicesProcess() {}

    /** Addresses of the services asked for, by the names of the environment variables that carry them. */
    public static Map<String, String> shared(BackingService... services) {
        return shared(EnumSet.copyOf(Arrays.asList(services)));
    }

    public static Map<String, String> shared(Set<BackingService> services) {
        // the lock must be one object for all class loaders
        synchronized (System.class) {
            Map<String, String> addresses = new TreeMap<>(given());
            addresses.putAll(SharedState.addresses());
            Set<BackingService> missing = services.stream()
                    .filter(service -> !addresses.containsKey(service.addressVariable()))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(BackingService.class)));
            if (!missing.isEmpty()) {
                Map<String, String> started = LocalStackLauncher.start(missing);
                SharedState.remember(started);
                addresses.putAll(started);
            }
            return addresses;
        }
    }

    /** The address of a service, started when it is not there yet; for PostgreSQL {@code postgresql://host:port}. */
    public static String address(BackingService service) {
        String address = shared(service).get(service.addressVariable());
        if (address == null) {
            throw new IllegalStateException("The local stack did not report " + service.addressVariable());
        }
        return address;
    }

    private static Map<String, String> given() {
        Map<String, String> given = new TreeMap<>();
        for (BackingService service : BackingService.values()) {
            for (String variable : service.variables()) {
                String value = System.getProperty(variable, System.getenv(variable));
                if (value != null && !value.isBlank()) {
                    given.put(variable, value);
                }
            }
        }
        return given;
    }
}

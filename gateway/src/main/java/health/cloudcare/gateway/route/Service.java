package health.cloudcare.gateway.route;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The services behind the gateway. The base URL of each is configured as {@code cloudcare.<key>.url}. */
public enum Service {
    AUTH,
    PATIENT,
    DOCTOR,
    HOSPITAL,
    WEARABLES,
    DOCUMENT,
    NOTIFICATION;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Service> named(String key) {
        return Stream.of(values()).filter(service -> service.key().equals(key)).findFirst();
    }
}

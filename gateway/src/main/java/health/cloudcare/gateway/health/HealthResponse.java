package health.cloudcare.gateway.health;

import java.time.Instant;
import java.util.Map;

/**
 * @param status {@code healthy}; {@code degraded} when all works but slower or less guarded; {@code unhealthy}
 * @param environment the mode this installation runs in
 * @param services the stores behind the platform: {@code connected}, {@code disconnected}, or {@code unknown}
 * @param components the platform's own services: {@code ready} or {@code unavailable}
 */
public record HealthResponse(
        String status,
        Instant timestamp,
        String version,
        String environment,
        Map<String, String> services,
        Map<String, String> components) {

    public HealthResponse {
        services = Map.copyOf(services);
        components = Map.copyOf(components);
    }
}

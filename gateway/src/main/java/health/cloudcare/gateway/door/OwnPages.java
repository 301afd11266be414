package health.cloudcare.gateway.door;

import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.gateway.route.PlainPath;

/** What the gateway answers itself. */
@Singleton
final class OwnPages {

    private static final Set<String> PAGES = Set.of("/", "/health", "/api/v1/health", "/docs");
    /** For whoever tries a local installation out. */
    private static final Set<String> LOCAL_PAGES = Set.of("/test", "/test/page.js", "/test/page.css");

    private static final String DOCUMENTS = "/docs/openapi/";
    /** For operators; an ingress routes only what is public. */
    private static final String MANAGEMENT = "/q/";

    private final boolean local;

    OwnPages(@ConfigProperty(name = "cloudcare.mode") String mode) {
        this.local = mode.equals("local");
    }

    /** The name of a page for logs and metrics; empty when it is none of ours. */
    Optional<String> find(String path) {
        if (path.startsWith(DOCUMENTS)) {
            return Optional.of(DOCUMENTS + "*");
        }
        String plain = PlainPath.withoutTrailingSlash(path);
        boolean own = PAGES.contains(plain) || (local && LOCAL_PAGES.contains(plain)) || path.startsWith(MANAGEMENT);
        return own ? Optional.of(plain) : Optional.empty();
    }
}

package health.cloudcare.gateway.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.servicekit.problem.ProblemType;

/**
 * Keeps pages of others from acting with the cookie of a visitor (CSRF). {@code SameSite=Strict} already does in a current
 * browser; this is for the others, and for hosts beside ours in the same domain.
 */
@Singleton
public final class SameSite {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Set<String> allowed;

    SameSite(
            @ConfigProperty(name = "quarkus.http.cors.enabled") boolean corsEnabled,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> corsOrigins) {
        this.allowed = corsEnabled ? Set.copyOf(corsOrigins.orElse(List.of())) : Set.of();
    }

    /** To be asked when a request comes with a cookie; throws a refusal. */
    public void require(HttpServerRequest request) {
        if (SAFE.contains(request.method())) {
            return;
        }
        boolean crossSite = "cross-site".equalsIgnoreCase(request.getHeader("Sec-Fetch-Site"));
        boolean foreign = request.headers().getAll(HttpHeaders.ORIGIN).stream()
                .anyMatch(origin -> !allowed.contains(origin) && !isOwn(origin, request));
        if (crossSite || foreign) {
            throw ProblemType.FORBIDDEN.problem("A signed-in browser may do this from our own pages only.");
        }
    }

    /** TLS may end in front of us, so the scheme may be the better one of the two. */
    private static boolean isOwn(String origin, HttpServerRequest request) {
        HostAndPort host = request.authority();
        return host != null
                && (origin.equalsIgnoreCase("https://" + host)
                        || origin.equalsIgnoreCase(request.scheme() + "://" + host));
    }
}

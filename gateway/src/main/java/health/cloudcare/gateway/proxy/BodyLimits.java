package health.cloudcare.gateway.proxy;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import health.cloudcare.gateway.route.BodyLimit;
import health.cloudcare.servicekit.problem.ProblemType;

/** Holds a body to its limit by the length it declares; what declares none is counted by {@link Upload}. */
@Singleton
public final class BodyLimits {

    private static final long MIB = 1024 * 1024;

    private final ProxyConfig proxy;

    BodyLimits(ProxyConfig proxy) {
        this.proxy = proxy;
    }

    public Optional<HttpProblem> check(HttpServerRequest request, BodyLimit limit) {
        String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        long allowed = bytes(limit);
        return declared != null && Long.parseLong(declared) > allowed
                ? Optional.of(tooLarge(allowed))
                : Optional.empty();
    }

    long bytes(BodyLimit limit) {
        return switch (limit) {
            case STANDARD -> proxy.bodyLimit().asLongValue();
            case EXPORT -> proxy.exportBodyLimit().asLongValue();
        };
    }

    static HttpProblem tooLarge(long allowed) {
        return ProblemType.TOO_LARGE.problem(
                "The request body is larger than the %d MiB allowed here.".formatted(allowed / MIB));
    }
}

package health.cloudcare.gateway.route;

import java.util.Set;

import io.vertx.core.http.HttpMethod;

/** One line of the route table; no methods means any method. */
public record Route(Set<HttpMethod> methods, PathTemplate path, Service service, Access access, BodyLimit bodyLimit) {

    public Route {
        methods = Set.copyOf(methods);
    }

    boolean matches(HttpMethod method, String requestPath) {
        return (methods.isEmpty() || methods.contains(method)) && path.matches(requestPath);
    }

    /** The path without anything a client chose, for logs and metrics. */
    public String template() {
        return path.text();
    }
}

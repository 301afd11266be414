package health.cloudcare.gateway.route;

import java.util.Set;

import io.vertx.core.http.HttpMethod;

/**
 * One line of the route table; no methods means any method.
 *
 * @param tokenInQuery whether documents of old clients show the access token as a query parameter here
 * @param fromDevices whether paired devices come here with their own credential
 */
public record Route(
        Set<HttpMethod> methods,
        PathTemplate path,
        Service service,
        Access access,
        BodyLimit bodyLimit,
        boolean tokenInQuery,
        boolean fromDevices) {

    public Route {
        methods = Set.copyOf(methods);
    }

    Route withTokenInQuery() {
        return new Route(methods, path, service, access, bodyLimit, true, fromDevices);
    }

    Route alsoFromDevices() {
        return new Route(methods, path, service, access, bodyLimit, tokenInQuery, true);
    }

    boolean matches(HttpMethod method, String requestPath) {
        return (methods.isEmpty() || methods.contains(method)) && path.matches(requestPath);
    }

    /** The path without anything a client chose, for logs and metrics. */
    public String template() {
        return path.text();
    }
}

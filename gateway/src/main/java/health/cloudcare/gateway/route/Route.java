package health.cloudcare.gateway.route;

import java.util.Set;

import io.vertx.core.http.HttpMethod;

/**
 * One line of the route table; no methods means any method.
 *
 * @param tokenInQuery whether documents of old clients show the access token as a query parameter here
<<<<<<< HEAD
 * @param fromDevices whether paired devices come here with their own credential
=======
 * @param limited whether only so many requests may be under way at once, as its service takes no more
>>>>>>> 35df80a (feat(gateway): only so many syncs are under way at once)
 */
public record Route(
        Set<HttpMethod> methods,
        PathTemplate path,
        Service service,
        Access access,
        BodyLimit bodyLimit,
        boolean tokenInQuery,
<<<<<<< HEAD
        boolean fromDevices) {
=======
        boolean limited) {
>>>>>>> 35df80a (feat(gateway): only so many syncs are under way at once)

    public Route {
        methods = Set.copyOf(methods);
    }

    Route withTokenInQuery() {
<<<<<<< HEAD
        return new Route(methods, path, service, access, bodyLimit, true, fromDevices);
    }

    Route alsoFromDevices() {
=======
        return new Route(methods, path, service, access, bodyLimit, true, limited);
    }

    Route withLimitAtOnce() {
>>>>>>> 35df80a (feat(gateway): only so many syncs are under way at once)
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

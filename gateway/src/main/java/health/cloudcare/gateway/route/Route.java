package health.cloudcare.gateway.route;

import java.util.EnumSet;
import java.util.Set;

import io.vertx.core.http.HttpMethod;

/** One line of the route table; no methods means any method. */
public record Route(
        Set<HttpMethod> methods,
        PathTemplate path,
        Service service,
        Access access,
        BodyLimit bodyLimit,
        Set<Trait> traits) {

    /** What is special about a route. */
    enum Trait {
        TOKEN_IN_QUERY,
        FROM_DEVICES,
        LIMITED
    }

    public Route {
        methods = Set.copyOf(methods);
        traits = Set.copyOf(traits);
    }

    Route(Set<HttpMethod> methods, PathTemplate path, Service service, Access access, BodyLimit bodyLimit) {
        this(methods, path, service, access, bodyLimit, Set.of());
    }

    Route withTokenInQuery() {
        return with(Trait.TOKEN_IN_QUERY);
    }

    Route alsoFromDevices() {
        return with(Trait.FROM_DEVICES);
    }

    Route withLimitAtOnce() {
        return with(Trait.LIMITED);
    }

    private Route with(Trait trait) {
        Set<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new Route(methods, path, service, access, bodyLimit, all);
    }

    /** Whether documents of old clients show the access token as a query parameter here. */
    public boolean tokenInQuery() {
        return traits.contains(Trait.TOKEN_IN_QUERY);
    }

    /** Whether paired devices come here with their own credential. */
    public boolean fromDevices() {
        return traits.contains(Trait.FROM_DEVICES);
    }

    /** Whether only so many requests may be under way at once, as its service takes no more. */
    public boolean limited() {
        return traits.contains(Trait.LIMITED);
    }

    boolean matches(HttpMethod method, String requestPath) {
        return (methods.isEmpty() || methods.contains(method)) && path.matches(requestPath);
    }

    /** The path without anything a client chose, for logs and metrics. */
    public String template() {
        return path.text();
    }
}

package health.cloudcare.gateway.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpMethod;

import static health.cloudcare.gateway.route.Access.BEARER;
import static health.cloudcare.gateway.route.Access.CREDENTIALS;
import static health.cloudcare.gateway.route.Access.OPEN;
import static health.cloudcare.gateway.route.BodyLimit.EXPORT;
import static health.cloudcare.gateway.route.BodyLimit.STANDARD;
import static health.cloudcare.gateway.route.Service.AUTH;
import static health.cloudcare.gateway.route.Service.DOCTOR;
import static health.cloudcare.gateway.route.Service.DOCUMENT;
import static health.cloudcare.gateway.route.Service.HOSPITAL;
import static health.cloudcare.gateway.route.Service.NOTIFICATION;
import static health.cloudcare.gateway.route.Service.PATIENT;
import static health.cloudcare.gateway.route.Service.WEARABLES;

/** Everything that can be reached from outside. The first line that matches decides; what no line names does not exist. */
@Singleton
public final class RouteTable {

    private static final Set<HttpMethod> ANY = Set.of();
    private static final Set<HttpMethod> GET = Set.of(HttpMethod.GET);
    private static final Set<HttpMethod> POST = Set.of(HttpMethod.POST);
    private static final Set<HttpMethod> GET_HEAD = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    // spotless:off (one line per route reads as the table it is)
    private static final List<Route> ROUTES = List.of(
            route(POST,     "/api/v1/auth/signup/*",                        AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/api/v1/auth/register/patient",                AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/api/v1/auth/login",                           AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/api/v1/auth/refresh",                         AUTH,         CREDENTIALS, STANDARD),
            route(GET,      "/.well-known/jwks.json",                       AUTH,         OPEN,        STANDARD),
            route(GET,      "/api/v1/hospitals",                            HOSPITAL,     OPEN,        STANDARD),
            route(GET,      "/api/v1/hospitals/",                           HOSPITAL,     OPEN,        STANDARD),
            route(GET_HEAD, "/api/v1/wearables/import/apple-health",        WEARABLES,    OPEN,        STANDARD),

            route(POST,     "/api/v1/wearables/import/apple-health/export", WEARABLES,    BEARER,      EXPORT),
            route(ANY,      "/api/v1/auth/**",                              AUTH,         BEARER,      STANDARD),
            route(ANY,      "/api/v1/patients/**",                          PATIENT,      BEARER,      STANDARD),
            route(ANY,      "/api/v1/doctors/**",                           DOCTOR,       BEARER,      STANDARD),
            route(ANY,      "/api/v1/hospitals/**",                         HOSPITAL,     BEARER,      STANDARD),
            route(ANY,      "/api/v1/wearables/**",                         WEARABLES,    BEARER,      STANDARD),
            route(ANY,      "/api/v1/documents/**",                         DOCUMENT,     BEARER,      STANDARD),
            route(ANY,      "/api/v1/notifications/**",                     NOTIFICATION, BEARER,      STANDARD));
    // spotless:on

    public Optional<Route> find(HttpMethod method, String path) {
        for (Route route : ROUTES) {
            if (route.matches(method, path)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    private static Route route(
            Set<HttpMethod> methods, String path, Service service, Access access, BodyLimit bodyLimit) {
        return new Route(methods, new PathTemplate(path), service, access, bodyLimit);
    }
}

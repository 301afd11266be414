package health.cloudcare.gateway.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpMethod;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import static health.cloudcare.gateway.route.Access.BEARER;
import static health.cloudcare.gateway.route.Access.COOKIE_OR_BEARER;
import static health.cloudcare.gateway.route.Access.CREDENTIALS;
import static health.cloudcare.gateway.route.Access.OPEN;
import static health.cloudcare.gateway.route.Access.SIGN_OUT;
import static health.cloudcare.gateway.route.BodyLimit.EXPORT;
import static health.cloudcare.gateway.route.BodyLimit.STANDARD;
import static health.cloudcare.gateway.route.Service.AUTH;
import static health.cloudcare.gateway.route.Service.DOCTOR;
import static health.cloudcare.gateway.route.Service.DOCUMENT;
import static health.cloudcare.gateway.route.Service.HOSPITAL;
import static health.cloudcare.gateway.route.Service.NOTIFICATION;
import static health.cloudcare.gateway.route.Service.PATIENT;
import static health.cloudcare.gateway.route.Service.WEARABLES;

/**
 * Everything that can be reached from outside. The first line that matches decides; what no line names does not exist. One
 * slash at the end of a path is no difference.
 */
@Singleton
public final class RouteTable {

    private static final Set<HttpMethod> ANY = Set.of();
    private static final Set<HttpMethod> GET = Set.of(HttpMethod.GET);
    private static final Set<HttpMethod> PUT = Set.of(HttpMethod.PUT);
    private static final Set<HttpMethod> POST = Set.of(HttpMethod.POST);
    private static final Set<HttpMethod> DELETE = Set.of(HttpMethod.DELETE);
    private static final Set<HttpMethod> GET_HEAD = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    // spotless:off (one line per route reads as the table it is)
    private static final List<Route> ROUTES = List.of(
            route(POST,     "/api/v1/auth/signup/*",                        AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/api/v1/auth/register/patient",                AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/api/v1/auth/register",                        AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/api/v1/auth/login",                           AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/api/v1/auth/refresh",                         AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/signup",                                 AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/signup/resendotp",                       AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/signup/verify/*",                        AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/signin",                                 AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/signin/resendotp",                       AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/signin/verify/*",                        AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/register",                               AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/verify-otp",                             AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/login",                                  AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/forgot-password",                        AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/reset-password",                         AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/generate-otp",                           AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/send-otp",                               AUTH,         CREDENTIALS, STANDARD),
            route(POST,     "/auth/validate-token",                         AUTH,         CREDENTIALS, STANDARD).withTokenInQuery(),
            route(POST,     "/auth/signout",                                AUTH,         SIGN_OUT,    STANDARD),
            route(GET,      "/.well-known/jwks.json",                       AUTH,         OPEN,        STANDARD),
            route(GET,      "/api/v1/hospitals",                            HOSPITAL,     OPEN,        STANDARD),
            route(GET_HEAD, "/api/v1/wearables/import/apple-health",        WEARABLES,    OPEN,        STANDARD),

            route(GET,      "/protected/user/sessionDetail",                AUTH,         COOKIE_OR_BEARER, STANDARD),
            route(POST,     "/protected/user/deleteProfile",                AUTH,         COOKIE_OR_BEARER, STANDARD),
            route(ANY,      "/protected/user/identifiers/**",               AUTH,         COOKIE_OR_BEARER, STANDARD),
            route(PUT,      "/protected/user/password",                     AUTH,         COOKIE_OR_BEARER, STANDARD),
            route(POST,     "/protected/user/connectionRequest/*",          PATIENT,      COOKIE_OR_BEARER, STANDARD),
            route(POST,     "/protected/user/acceptConnectionRequest/*",    PATIENT,      COOKIE_OR_BEARER, STANDARD),
            route(POST,     "/protected/user/rejectConnectionRequest/*",    PATIENT,      COOKIE_OR_BEARER, STANDARD),
            route(GET,      "/protected/user/getConnectionRequests",        PATIENT,      COOKIE_OR_BEARER, STANDARD),
            route(POST,     "/protected/user/deletePendingRequest/*",       PATIENT,      COOKIE_OR_BEARER, STANDARD),
            route(POST,     "/protected/user/deleteConnection/*",           PATIENT,      COOKIE_OR_BEARER, STANDARD),
            route(GET,      "/protected/user/searchDoctorByName",           DOCTOR,       COOKIE_OR_BEARER, STANDARD),
            route(GET,      "/protected/user/searchDoctorByNumber",         DOCTOR,       COOKIE_OR_BEARER, STANDARD),
            route(GET,      "/protected/resource/userFiles",                DOCUMENT,     COOKIE_OR_BEARER, STANDARD),
            route(GET,      "/protected/resource/fileURL/*",                DOCUMENT,     COOKIE_OR_BEARER, STANDARD),
            route(POST,     "/protected/resource/createFileAccess/*",       DOCUMENT,     COOKIE_OR_BEARER, STANDARD),
            route(POST,     "/protected/resource/revokeFileAccess/*",       DOCUMENT,     COOKIE_OR_BEARER, STANDARD),
            route(GET,      "/protected/resource/patientFileData/*",        DOCUMENT,     COOKIE_OR_BEARER, STANDARD),
            route(POST,     "/protected/notification/readNotification/*",   NOTIFICATION, COOKIE_OR_BEARER, STANDARD),

            route(POST,     "/api/v1/wearables/import/apple-health/export", WEARABLES,    BEARER,      EXPORT).alsoFromDevices(),
            route(POST,     "/api/v1/wearables/import/**",                  WEARABLES,    BEARER,      STANDARD).alsoFromDevices(),
            route(POST,     "/api/v1/wearables/sync",                       WEARABLES,    BEARER,      STANDARD).alsoFromDevices().withLimitAtOnce(),
            route(GET,      "/api/v1/auth/profile",                         AUTH,         BEARER,      STANDARD).withTokenInQuery(),
            route(ANY,      "/api/v1/auth/**",                              AUTH,         BEARER,      STANDARD),
            route(POST,     "/auth/logout",                                 AUTH,         BEARER,      STANDARD),
            route(POST,     "/auth/logout-all",                             AUTH,         BEARER,      STANDARD),
            route(GET,      "/auth/sessions",                               AUTH,         BEARER,      STANDARD),
            route(DELETE,   "/auth/sessions/*",                             AUTH,         BEARER,      STANDARD),
            route(ANY,      "/admin/**",                                    AUTH,         BEARER,      STANDARD),
            route(ANY,      "/api/v1/admin/**",                             AUTH,         BEARER,      STANDARD),
            route(ANY,      "/api/v1/patients/*/notes/**",                  DOCTOR,       BEARER,      STANDARD),
            route(GET,      "/api/v1/patients/*/admissions",                HOSPITAL,     BEARER,      STANDARD),
            route(ANY,      "/api/v1/patients/**",                          PATIENT,      BEARER,      STANDARD),
            route(ANY,      "/api/v1/consents/**",                          PATIENT,      BEARER,      STANDARD),
            route(GET,      "/api/v1/doctors/*/notifications",              NOTIFICATION, BEARER,      STANDARD),
            route(ANY,      "/api/v1/doctors/**",                           DOCTOR,       BEARER,      STANDARD),
            route(ANY,      "/api/v1/hospitals/*/doctors/**",               DOCTOR,       BEARER,      STANDARD),
            route(ANY,      "/api/v1/hospitals/**",                         HOSPITAL,     BEARER,      STANDARD),
            route(ANY,      "/api/v1/wearables/**",                         WEARABLES,    BEARER,      STANDARD),
            route(ANY,      "/api/v1/documents/**",                         DOCUMENT,     BEARER,      STANDARD),
            route(ANY,      "/api/v1/notifications/**",                     NOTIFICATION, BEARER,      STANDARD));

    /** What was sent to nobody but this installation: messages with codes, for whoever tries it out. */
    private static final List<Route> LOCAL_ROUTES = List.of(
            route(GET,      "/outbox",                                      NOTIFICATION, OPEN,        STANDARD));
    // spotless:on

    private final List<Route> routes;

    RouteTable(@ConfigProperty(name = "cloudcare.mode") String mode) {
        this.routes = mode.equals("local")
                ? Stream.concat(LOCAL_ROUTES.stream(), ROUTES.stream()).toList()
                : ROUTES;
    }

    public Optional<Route> find(HttpMethod method, String path) {
        String plain = PlainPath.withoutTrailingSlash(path);
        for (Route route : routes) {
            if (route.matches(method, plain)) {
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

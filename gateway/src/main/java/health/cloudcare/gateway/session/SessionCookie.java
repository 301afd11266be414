package health.cloudcare.gateway.session;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import health.cloudcare.servicekit.problem.ProblemType;

/** The cookie of a browser's session. No service looks at any other, so this is the only one that ever leaves the gateway. */
public final class SessionCookie {

    private static final String NAME = "session_id";
    /** RFC 6265 cookie-octets; anything else was not set by auth-service. */
    private static final Pattern VALUE = Pattern.compile("[\\x21\\x23-\\x2b\\x2d-\\x3a\\x3c-\\x5b\\x5d-\\x7e]{1,1024}");

    private SessionCookie() {}

    /** Refused when a browser has two of them: one may have been planted by a neighbouring host. */
    public static Optional<String> of(HttpServerRequest request) {
        List<String> values = request.headers().getAll(HttpHeaders.COOKIE).stream()
                .flatMap(header -> ServerCookieDecoder.LAX.decodeAll(header).stream())
                .filter(cookie -> cookie.name().equals(NAME))
                .map(Cookie::value)
                .filter(value -> VALUE.matcher(value).matches())
                .distinct()
                .toList();
        if (values.size() > 1) {
            throw ProblemType.UNAUTHENTICATED.problem("The request comes with more than one session.");
        }
        return values.stream().findFirst();
    }

    public static String header(String value) {
        return NAME + '=' + value;
    }
}

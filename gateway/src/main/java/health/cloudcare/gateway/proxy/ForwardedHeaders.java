package health.cloudcare.gateway.proxy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import health.cloudcare.servicekit.correlation.Correlation;

/** Which headers cross the gateway. */
final class ForwardedHeaders {

    /** Meant for one connection only (RFC 9110 §7.6.1), or decided by the gateway itself. */
    private static final Set<String> NOT_FORWARDED = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect",
            "host",
            "authorization",
            "cookie",
            "x-request-id",
            "forwarded",
            "true-client-ip",
            "cf-connecting-ip");

    /** What a service may take for the word of a proxy that it trusts. A client that sends such a header claims to be one. */
    private static final List<String> CLAIMS = List.of(
            "x-forwarded-",
            "x-real-",
            "x-client-",
            "x-user",
            "x-account",
            "x-patient",
            "x-doctor",
            "x-hospital",
            "x-role",
            "x-auth",
            "x-remote-",
            "x-internal-",
            "x-original-",
            "x-rewrite-",
            "x-http-method");

    private ForwardedHeaders() {}

    static void ofRequest(HttpServerRequest request, Passage passage, MultiMap target) {
        copy(request.headers(), target, ForwardedHeaders::mayCome);
        if (passage.authorization() != null) {
            target.set(HttpHeaders.AUTHORIZATION, passage.authorization());
        }
        if (passage.cookie() != null) {
            target.set(HttpHeaders.COOKIE, passage.cookie());
        }
        target.set(Correlation.HTTP_HEADER, request.response().headers().get(Correlation.HTTP_HEADER));
        target.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        target.set("X-Forwarded-Proto", String.valueOf(request.scheme()));
        if (request.authority() != null) {
            target.set("X-Forwarded-Host", request.authority().toString());
        }
    }

    static void ofAnswer(MultiMap answer, MultiMap target) {
        copy(answer, target, name -> !name.equalsIgnoreCase(Correlation.HTTP_HEADER));
    }

    private static boolean mayCome(String name) {
        return CLAIMS.stream().noneMatch(name::startsWith);
    }

    private static void copy(MultiMap source, MultiMap target, Predicate<String> filter) {
        Set<String> ofConnection = namedByConnection(source);
        for (Map.Entry<String, String> header : source) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!NOT_FORWARDED.contains(name) && !ofConnection.contains(name) && filter.test(name)) {
                target.add(header.getKey(), header.getValue());
            }
        }
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        String connection = headers.get(HttpHeaders.CONNECTION);
        if (connection == null) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        for (String name : connection.split(",", -1)) {
            names.add(name.strip().toLowerCase(Locale.ROOT));
        }
        return names;
    }
}

package health.cloudcare.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * As what an admitted request goes on to its service.
 *
 * @param uri path and query
 * @param authorization the one header of this name that it carries
 * @param cookie likewise; no cookie of a client passes unless it is put here
 */
public record Passage(
        String uri,
        @Nullable String authorization,
        @Nullable String cookie) {

    public static Passage of(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        String query = request.query();
        return new Passage(
                query == null ? path : path + '?' + query, request.getHeader(HttpHeaders.AUTHORIZATION), null);
    }

    public Passage withUri(String other) {
        return new Passage(other, authorization, cookie);
    }

    public Passage withAuthorization(String other) {
        return new Passage(uri, other, cookie);
    }

    public Passage withCookie(String other) {
        return new Passage(uri, authorization, other);
    }

    /** Names nothing of what it holds. */
    @Override
    public String toString() {
        return "Passage";
    }
}

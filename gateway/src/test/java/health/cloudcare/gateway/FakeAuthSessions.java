package health.cloudcare.gateway;

import java.util.UUID;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

import health.cloudcare.testkit.token.Tokens;

/** What auth-service tells about sessions; the name of a session says what. */
public final class FakeAuthSessions {

    static final String SESSIONS = "/internal/v1/sessions/";

    private FakeAuthSessions() {}

    public static String live() {
        return "live-" + UUID.randomUUID();
    }

    /** A paired device's. */
    public static String liveDevice() {
        return "ccd_live-" + UUID.randomUUID();
    }

    /** Not known to the feed in Redis. */
    public static String ended() {
        return "ended-" + UUID.randomUUID();
    }

    /** Nobody answers. */
    public static String unknowable() {
        return "down-" + UUID.randomUUID();
    }

    static void tell(HttpServerRequest request) {
        String session = request.path().substring(SESSIONS.length());
        if (session.startsWith("down-")) {
            request.connection().close();
            return;
        }
        request.response()
                .setStatusCode(session.startsWith("ended-") ? 404 : 204)
                .end();
    }

    /** The cookie of a session is its name; every exchange gives another token. */
    static void exchange(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            String session = body.toJsonObject().getString("cookie");
            if (session.startsWith("down-")) {
                request.connection().close();
            } else if (session.contains("ended")) {
                request.response().setStatusCode(404).end();
            } else {
                String token = Tokens.patientToken(UUID.randomUUID())
                        .claim("sid", session.replace("ccd_", ""))
                        .sign();
                request.response()
                        .end(new JsonObject()
                                .put("access_token", token)
                                .put("expires_in", 1800)
                                .put("session_id", session)
                                .toBuffer());
            }
        });
    }
}

package health.cloudcare.auth.phone;

import java.time.Duration;

import health.cloudcare.auth.session.Sessions;

/** The {@code Set-Cookie} header that keeps a browser signed in, and the one that ends it. */
final class SessionCookie {

    static final String NAME = "session_id";

    private SessionCookie() {}

    static String keeping(Sessions.CookieSession session) {
        return header(session.cookie(), session.lifetime());
    }

    /** A browser forgets a cookie only when told so with the attributes it was set with. */
    static String cleared() {
        return header("", Duration.ZERO);
    }

    private static String header(String value, Duration lifetime) {
        return NAME + "=" + value + "; Max-Age=" + lifetime.toSeconds() + "; Path=/; HttpOnly; Secure; SameSite=Strict";
    }
}

package health.cloudcare.gateway.route;

/** Who may pass a route. The service decides for itself again; this is only the outer door. */
public enum Access {
    /** Anyone; what is guessed here are credentials, so a client gets few attempts. */
    CREDENTIALS,
    /** Anyone. */
    OPEN,
    /** Whoever presents a valid access token. */
    BEARER,
    /** Whoever presents a valid access token, or the cookie of a session, which is exchanged for one. */
    COOKIE_OR_BEARER,
    /** Anyone, attempts counted; a token or a cookie passes as it came, as it may have ended already. */
    SIGN_OUT
}

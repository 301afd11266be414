package health.cloudcare.gateway.route;

/** Who may pass a route. The service decides for itself again; this is only the outer door. */
public enum Access {
    /** Anyone; what is guessed here are credentials, so a client gets few attempts. */
    CREDENTIALS,
    /** Anyone. */
    OPEN,
    /** Whoever presents a valid access token. */
    BEARER
}

package health.cloudcare.auth.delivery;

public enum Outcome {
    /** Taken over by the provider or the mail server. */
    SENT,
    /** Nobody can be reached there. */
    UNDELIVERABLE,
    /** Nothing can be sent at the moment. */
    UNAVAILABLE
}

package health.cloudcare.auth.delivery;

/** How a message reaches a person. */
public enum Channel {
    SMS,
    EMAIL
}

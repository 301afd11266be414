package health.cloudcare.wearables.alert;

/** The documented severities, the worst first. */
public enum AlertSeverity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}

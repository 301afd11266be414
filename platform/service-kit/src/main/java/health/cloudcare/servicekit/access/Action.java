package health.cloudcare.servicekit.access;

/** What is to be done with the data. */
public enum Action {
    READ,
    WRITE
}

package health.cloudcare.patient.connection;

/** What became of a request for a connection. */
enum ConnectionStatus {
    PENDING,
    /** They are connected. */
    ACCEPTED,
    REJECTED,
    CANCELLED,
    /** They were. */
    REMOVED
}

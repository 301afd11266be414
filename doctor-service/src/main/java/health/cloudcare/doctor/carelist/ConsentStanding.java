package health.cloudcare.doctor.carelist;

/** What a consent event says its consent has come to. */
public enum ConsentStanding {
    REQUESTED,
    GRANTED,
    DENIED,
    REVOKED,
    EXPIRED
}

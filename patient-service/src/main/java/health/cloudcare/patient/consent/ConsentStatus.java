package health.cloudcare.patient.consent;

/** What the patient said last. Whether that still holds is for {@link ConsentState} to say, which knows the time. */
enum ConsentStatus {
    PENDING,
    APPROVED,
    DENIED,
    REVOKED
}

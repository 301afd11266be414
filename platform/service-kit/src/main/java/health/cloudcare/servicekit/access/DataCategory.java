package health.cloudcare.servicekit.access;

/** What kind of a patient's data is asked for; consents are given by category. */
public enum DataCategory {
    PROFILE,
    DOCUMENTS,
    WEARABLES,
    APPOINTMENTS,
    NOTES
}

package health.cloudcare.servicekit.access;

/** What kind of a patient's data is asked for; consents are given by category. */
public enum DataCategory {
    PROFILE(false),
    DOCUMENTS(true),
    /** Readings come from the patient's devices and from nobody else. */
    WEARABLES(false),
    APPOINTMENTS(true),
    NOTES(true);

    private final boolean writableByConsent;

    DataCategory(boolean writableByConsent) {
        this.writableByConsent = writableByConsent;
    }

    /** Whether a consent lets its grantee add to the record too; otherwise it is for reading only. */
    public boolean isWritableByConsent() {
        return writableByConsent;
    }
}

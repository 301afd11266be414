package health.cloudcare.servicekit.identity;

/** What a token entitles its holder to; the single group of the token. */
public enum Role {
    PATIENT,
    DOCTOR,
    HOSPITAL_ADMIN,
    SYSTEM_ADMIN,
    /** Another service of the platform, allowed on {@code /internal/v1/**} only. */
    SERVICE,
    /** A patient's paired device, allowed to send that patient's readings and nothing else. */
    DEVICE;

    /** Doctors and hospitals are taken for what they claim to be only once somebody vouched for them. */
    boolean needsNoVerification() {
        return this != DOCTOR && this != HOSPITAL_ADMIN;
    }
}

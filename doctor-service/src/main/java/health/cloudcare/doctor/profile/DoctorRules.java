package health.cloudcare.doctor.profile;

/** What may be said of a doctor, at signup and later. */
public final class DoctorRules {

    public static final String PHONE = "\\+?[0-9][0-9 -]{5,18}";

    public static final String NO_PHONE = "must be a telephone number";

    /** Longer ago than the careers of all who live. */
    public static final int FIRST_REGISTRATION_YEAR = 1930;

    private DoctorRules() {}
}

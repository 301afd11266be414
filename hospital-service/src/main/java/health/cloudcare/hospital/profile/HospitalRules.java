package health.cloudcare.hospital.profile;

/** What may be said of a hospital, at signup and later. */
public final class HospitalRules {

    public static final String PHONE = "\\+?[0-9][0-9 -]{5,18}";

    /** Emergency numbers may be short: 108 is the ambulance all over India. */
    public static final String EMERGENCY_PHONE = "\\+?[0-9][0-9 -]{2,18}";

    public static final String NO_PHONE = "must be a telephone number";

    /** With or without its scheme, which is the web's: it will be a link some day. */
    public static final String WEBSITE = "(?i)(https?://)?[a-z0-9.-]+\\.[a-z]{2,}(:[0-9]{1,5})?(/\\S*)?";

    public static final String NO_WEBSITE = "must be the address of a website";

    /** Twice the beds of the largest hospital there is. */
    public static final int MOST_BEDS = 20_000;

    public static final int MOST_THEATRES = 1_000;

    private HospitalRules() {}
}

package health.cloudcare.patient.profile;

/** What may be said of a patient, at signup and later. */
public final class PatientRules {

    /** Or nothing. */
    public static final String PHONE = "|\\+?[0-9][0-9 -]{5,18}";

    public static final String NO_PHONE = "must be a telephone number";

    private PatientRules() {}
}

package health.cloudcare.servicekit.identity;

/** The roles as constants, for {@code @RolesAllowed}. */
public final class RoleNames {

    public static final String PATIENT = "PATIENT";
    public static final String DOCTOR = "DOCTOR";
    public static final String HOSPITAL_ADMIN = "HOSPITAL_ADMIN";
    public static final String SYSTEM_ADMIN = "SYSTEM_ADMIN";
    public static final String SERVICE = "SERVICE";
    public static final String DEVICE = "DEVICE";

    private RoleNames() {}
}

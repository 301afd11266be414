package health.cloudcare.doctor.affiliation;

/** Who says that a doctor works for a hospital. */
public enum Standing {
    /** The doctor alone. */
    CLAIMED,
    /** The hospital alone. */
    INVITED,
    /** Both. */
    ACTIVE,
    /** Nobody any more. */
    ENDED;

    Standing saidByDoctor() {
        return switch (this) {
            case CLAIMED, ENDED -> CLAIMED;
            case INVITED, ACTIVE -> ACTIVE;
        };
    }

    Standing saidByHospital() {
        return switch (this) {
            case INVITED, ENDED -> INVITED;
            case CLAIMED, ACTIVE -> ACTIVE;
        };
    }
}

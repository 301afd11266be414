package health.cloudcare.hospital.emergency;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Documented. */
public enum CaseStatus {
    /** The patient has not approved the admission yet. */
    WAITING,
    IN_TREATMENT,
    STABLE,
    DISCHARGED;

    boolean isUnderway() {
        return this == IN_TREATMENT || this == STABLE;
    }

    @JsonCreator
    public static CaseStatus parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}

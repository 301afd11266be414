package health.cloudcare.doctor.carelist;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How a doctor has a patient on their list. All but the first mean full access, and say how the patient is. */
enum CareStatus {
    LOCKED,
    ACTIVE,
    STABLE,
    MONITORING,
    CRITICAL;

    @JsonCreator
    static CareStatus parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}

package health.cloudcare.patient.consent;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether the grantee may only look, or keep a copy. */
enum AccessMode {
    VIEW,
    STORE;

    @JsonCreator
    static AccessMode parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}

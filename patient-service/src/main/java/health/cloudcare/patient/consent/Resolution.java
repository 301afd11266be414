package health.cloudcare.patient.consent;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The finest that is shown of wearables, from the finest to the coarsest. */
enum Resolution {
    RAW,
    HOURLY,
    DAILY;

    boolean isFinerThan(Resolution other) {
        return compareTo(other) < 0;
    }

    @JsonCreator
    static Resolution parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}

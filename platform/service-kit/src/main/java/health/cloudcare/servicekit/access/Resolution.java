package health.cloudcare.servicekit.access;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How finely wearables are shown, from the finest to the coarsest. */
public enum Resolution {
    RAW,
    HOURLY,
    DAILY;

    public boolean isFinerThan(Resolution other) {
        return compareTo(other) < 0;
    }

    @JsonCreator
    static Resolution parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}

package health.cloudcare.hospital.emergency;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    @JsonCreator
    public static Severity parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}

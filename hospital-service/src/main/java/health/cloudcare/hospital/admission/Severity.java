package health.cloudcare.hospital.admission;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    @JsonCreator
    static Severity parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}

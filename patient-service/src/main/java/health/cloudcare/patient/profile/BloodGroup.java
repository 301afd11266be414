package health.cloudcare.patient.profile;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Written {@code O_POSITIVE} by one documented client and {@code O+} by the other; both are understood. */
public enum BloodGroup {
    A_POSITIVE("A+"),
    A_NEGATIVE("A-"),
    B_POSITIVE("B+"),
    B_NEGATIVE("B-"),
    AB_POSITIVE("AB+"),
    AB_NEGATIVE("AB-"),
    O_POSITIVE("O+"),
    O_NEGATIVE("O-");

    private final String symbol;

    BloodGroup(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    @JsonCreator
    static BloodGroup parse(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(group -> group.symbol.equals(wanted) || group.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a blood group"));
    }
}

package health.cloudcare.patient.aadhaar;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;

/** An Aadhaar number whose check digit is right. Never prints itself and has no JSON form of its own. */
public final class AadhaarNumber {

    private static final Pattern SEPARATORS = Pattern.compile("[ -]");
    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

    private final String digits;

    private AadhaarNumber(String digits) {
        this.digits = digits;
    }

    /** Accepts inner spaces and dashes, as people type it. The message of the failure does not repeat the text. */
    @JsonCreator
    public static AadhaarNumber parse(String text) {
        String digits = SEPARATORS.matcher(text).replaceAll("");
        if (!TWELVE_DIGITS.matcher(digits).matches() || !Verhoeff.isValid(digits)) {
            throw new IllegalArgumentException("not an Aadhaar number");
        }
        return new AadhaarNumber(digits);
    }

    String digits() {
        return digits;
    }

    @Override
    public String toString() {
        return "***";
    }
}

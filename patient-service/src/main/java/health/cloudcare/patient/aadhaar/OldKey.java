package health.cloudcare.patient.aadhaar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.cloudcare.servicekit.secret.SecretValue;

/** A key kept for the numbers that are still sealed with it: {@code 1:base64}, or {@code 1:local:base64}. */
record OldKey(int version, SecretValue secret) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}):(.+)");

    /** The message of the failure does not repeat the text. */
    static OldKey parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    AadhaarKeys.OLD_KEYS + " must be pairs of a version and a key, such as 1:<base64>,2:<base64>");
        }
        return new OldKey(Integer.parseInt(parts.group(1)), SecretValue.of(parts.group(2)));
    }
}

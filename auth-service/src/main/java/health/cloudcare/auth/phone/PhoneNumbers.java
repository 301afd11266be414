package health.cloudcare.auth.phone;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Reads telephone numbers as people and the documented client write them. */
@ApplicationScoped
public class PhoneNumbers {

    private static final Pattern NATIONAL = Pattern.compile("[0-9]{10}");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");

    private final int defaultCountryCode;

    PhoneNumbers(@ConfigProperty(name = "cloudcare.phone.default-country-code") int defaultCountryCode) {
        this.defaultCountryCode = defaultCountryCode;
    }

    /**
     * The number in E.164; fails with 422 when it is none.
     *
     * @param phone ten digits, or a number with its country code such as {@code +919876543210}
     * @param countryCode of ten digits; the configured one when null
     */
    public String parse(String phone, @Nullable Integer countryCode) {
        String key = IdentifierKind.PHONE.key(phone);
        if (NATIONAL.matcher(key).matches()) {
            int code = countryCode == null ? defaultCountryCode : countryCode;
            return "+" + code + key;
        }
        if (!INTERNATIONAL.matcher(key).matches()) {
            throw invalid("must be 10 digits, or a number with its country code such as +919876543210");
        }
        if (countryCode != null && !key.startsWith("+" + countryCode)) {
            throw invalid("must not contradict the country code");
        }
        return key;
    }

    private static RuntimeException invalid(String message) {
        return ProblemType.INVALID.problem(
                "The request is not valid.", List.of(new FieldError("phone", message, "phone")));
    }
}

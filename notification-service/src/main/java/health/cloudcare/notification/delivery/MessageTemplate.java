package health.cloudcare.notification.delivery;

import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

/** What can be said. The words are in {@code templates/sms} and {@code templates/mail}, under the name on the wire. */
public enum MessageTemplate {
    VERIFICATION_CODE("Your CloudCare verification code", "code", "valid_minutes"),
    SIGN_IN_CODE("Your CloudCare sign-in code", "code", "valid_minutes"),
    PASSWORD_RESET_CODE("Your CloudCare password reset code", "code", "valid_minutes"),
    ACCOUNT_LOCKED("Your CloudCare account is locked", "locked_minutes"),
    PASSWORD_CHANGED("Your CloudCare password was changed"),
    IDENTIFIER_ADDED("A new way to sign in to CloudCare");

    private final String subject;
    private final Set<String> parameters;

    MessageTemplate(String subject, String... parameters) {
        this.subject = subject;
        this.parameters = Set.of(parameters);
    }

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Holds no parameter: a locked telephone shows the subject of a mail. */
    String subject() {
        return subject;
    }

    Set<String> parameters() {
        return parameters;
    }
}

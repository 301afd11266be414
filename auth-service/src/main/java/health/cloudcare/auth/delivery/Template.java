package health.cloudcare.auth.delivery;

import java.util.Locale;

/** The texts that notification-service knows, by their names there. */
public enum Template {
    VERIFICATION_CODE,
    SIGN_IN_CODE,
    PASSWORD_RESET_CODE,
    ACCOUNT_LOCKED,
    PASSWORD_CHANGED,
    IDENTIFIER_ADDED;

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

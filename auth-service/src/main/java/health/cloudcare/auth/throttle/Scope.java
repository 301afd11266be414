package health.cloudcare.auth.throttle;

import health.cloudcare.auth.account.IdentifierKind;

/** What is counted apart from everything else; the numbers are {@code cloudcare.throttle.limits.<scope>}. */
public enum Scope {
    /** Attempts of one client address, on all routes that take or send credentials. */
    ADDRESS,
    /** Attempts on one account. */
    ACCOUNT,
    /** Attempts with one phone number. */
    PHONE,
    /** Attempts with one e-mail address. */
    EMAIL,
    /** Attempts with any other name to sign in with: user id, user name, Aadhaar number. */
    IDENTIFIER,
    /** Codes sent to one phone number. */
    PHONE_CODE,
    /** Codes sent to one e-mail address. */
    EMAIL_CODE;

    /** Of attempts with a name of that kind. */
    public static Scope of(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> EMAIL;
            case PHONE -> PHONE;
            case USERNAME, USER_ID, AADHAAR_UID -> IDENTIFIER;
        };
    }
}

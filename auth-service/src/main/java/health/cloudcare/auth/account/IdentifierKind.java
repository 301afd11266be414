package health.cloudcare.auth.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** The ways in which an account is named, each with its normal form. */
public enum IdentifierKind {
    EMAIL,
    /** E.164, for example {@code +919876543210}. */
    PHONE,
    USERNAME,
    /** {@code PAT} or {@code DOC} and eight digits; given by us. */
    USER_ID,
    /** What the vault makes of an Aadhaar number; the number itself is never here. */
    AADHAAR_UID;

    private static final Pattern USER_ID_FORM = Pattern.compile("(PAT|DOC)[0-9]{8}");
    private static final Pattern PHONE_FORM = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern PHONE_SEPARATORS = Pattern.compile("[ ().-]");

    /** However it is written, the same name has the same key. */
    public String key(String value) {
        String text = value.strip();
        return switch (this) {
            case EMAIL, USERNAME -> text.toLowerCase(Locale.ROOT);
            case PHONE -> PHONE_SEPARATORS.matcher(text).replaceAll("");
            case USER_ID -> text.toUpperCase(Locale.ROOT);
            case AADHAAR_UID -> text;
        };
    }

    /** What somebody means who types it into a sign-in form. No user name looks like one of the others. */
    public static IdentifierKind meantBy(String text) {
        if (text.contains("@")) {
            return EMAIL;
        }
        if (USER_ID_FORM.matcher(USER_ID.key(text)).matches()) {
            return USER_ID;
        }
        return PHONE_FORM.matcher(PHONE.key(text)).matches() ? PHONE : USERNAME;
    }
}

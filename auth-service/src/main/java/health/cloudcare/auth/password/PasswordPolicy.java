package health.cloudcare.auth.password;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import health.cloudcare.servicekit.problem.FieldError;

/**
 * What a new password must be: long, not the first that anybody would try, and not something everybody knows of its owner
 * (NIST SP 800-63B). There are no rules about kinds of characters: they make passwords harder for people, not for machines.
 */
@Singleton
public class PasswordPolicy {

    public static final int MIN_CHARACTERS = 8;
    public static final int MAX_CHARACTERS = 128;

    public static final String TOO_SHORT = "password_too_short";
    public static final String TOO_LONG = "password_too_long";
    public static final String COMMON = "password_common";
    public static final String PERSONAL = "password_personal";

    private static final Pattern SEPARATORS = Pattern.compile("[\\s.,;:_+()-]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /**
     * Why the password cannot be taken; empty when it can.
     *
     * @param field the member of the request that carries it, as on the wire
     * @param own the account's identifiers and its owner's name, in any spelling
     */
    public List<FieldError> problems(String field, String password, Collection<String> own) {
        int characters = password.codePointCount(0, password.length());
        List<FieldError> problems = new ArrayList<>();
        if (characters < MIN_CHARACTERS) {
            problems.add(new FieldError(field, "must have at least " + MIN_CHARACTERS + " characters", TOO_SHORT));
        }
        if (characters > MAX_CHARACTERS) {
            // nothing else is worth the work of a text that may be very long
            return List.of(new FieldError(field, "must have at most " + MAX_CHARACTERS + " characters", TOO_LONG));
        }
        String plain = plain(password);
        if (CommonPasswords.contains(plain)) {
            problems.add(new FieldError(field, "is one of the most common passwords", COMMON));
        }
        String joined = joined(plain);
        if (own.stream().map(PasswordPolicy::plain).anyMatch(name -> is(joined, name))) {
            problems.add(new FieldError(field, "must not be your name or something you sign in with", PERSONAL));
        }
        return List.copyOf(problems);
    }

    private static boolean is(String password, String own) {
        String name = joined(own);
        int at = own.indexOf('@');
        return !password.isEmpty()
                && (password.equals(name)
                        || at > 0 && password.equals(joined(own.substring(0, at)))
                        // a phone number without its country code
                        || DIGITS.matcher(password).matches() && name.endsWith(password));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** However it is spaced or punctuated. */
    private static String joined(String text) {
        return SEPARATORS.matcher(text).replaceAll("");
    }
}

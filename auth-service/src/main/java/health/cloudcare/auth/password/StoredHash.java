package health.cloudcare.auth.password;

import java.util.Optional;
import java.util.regex.Pattern;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.HashingFunction;
import com.password4j.types.Argon2;

/**
 * A hash as it is stored, with the function that made it.
 *
 * @param asStrongAsOurs whether a hash made today would be no better
 */
record StoredHash(String text, HashingFunction function, boolean asStrongAsOurs) {

    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}");

    private static final Pattern ARGON2 = Pattern.compile(
            "\\$argon2(id|i|d)\\$v=[0-9]+\\$m=[0-9]+,t=[0-9]+,p=[0-9]+\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+");

    /** Empty when it is no hash we know. */
    static Optional<StoredHash> parse(String text, Argon2Function ours) {
        try {
            if (BCRYPT.matcher(text).matches()) {
                return Optional.of(new StoredHash(text, BcryptFunction.getInstanceFromHash(text), false));
            }
            if (ARGON2.matcher(text).matches()) {
                Argon2Function function = Argon2Function.getInstanceFromHash(text);
                return Optional.of(new StoredHash(text, function, isAsStrong(function, ours)));
            }
        } catch (IllegalArgumentException e) {
            // its message repeats the hash
        }
        return Optional.empty();
    }

    boolean isOf(String password) {
        return function.check(password, text);
    }

    private static boolean isAsStrong(Argon2Function function, Argon2Function ours) {
        return function.getVariant() == Argon2.ID
                && function.getVersion() == ours.getVersion()
                && function.getMemory() >= ours.getMemory()
                && function.getIterations() >= ours.getIterations()
                && function.getOutputLength() >= ours.getOutputLength();
    }

    @Override
    public String toString() {
        return "***";
    }
}

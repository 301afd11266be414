package health.cloudcare.auth.password;

/**
 * What is known of a password after a look at the stored hash.
 *
 * @param needsUpgrade the password is right, and should be hashed anew and stored: the hash is older or weaker than ours
 */
public record Verdict(boolean matches, boolean needsUpgrade) {

    static final Verdict WRONG = new Verdict(false, false);
}

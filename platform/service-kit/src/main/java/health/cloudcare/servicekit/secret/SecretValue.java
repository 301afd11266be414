package health.cloudcare.servicekit.secret;

/**
 * A secret from the configuration ({@code @ConfigProperty SecretValue key}). Never prints itself.
 *
 * @param value the secret itself
 * @param local whether it was generated for a local installation
 */
public record SecretValue(String value, boolean local) {

    static final String LOCAL_PREFIX = "local:";

    /** Found by MicroProfile Config, which converts text by a static {@code of}. */
    public static SecretValue of(String text) {
        boolean local = text.startsWith(LOCAL_PREFIX);
        return new SecretValue(local ? text.substring(LOCAL_PREFIX.length()) : text, local);
    }

    @Override
    public String toString() {
        return "***";
    }
}

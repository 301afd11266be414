package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Keys of one run for the services that cannot start without. */
public final class AuthSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String RECORD_VERIFICATION_KEYS = "CLOUDCARE_RECORD_VERIFICATION_KEYS";
    private static final KeyPair RECORD_KEYS = recordKeys();

    private AuthSecrets() {}

    /** For auth-service. */
    public static Map<String, String> ofAuth(WorkFolder folder) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String key = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Path file = folder.path().resolve("signing-key.pem");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
        return Map.of(
                "CLOUDCARE_SIGNING_KEY_FILE",
                file.toString(),
                "CLOUDCARE_AUTH_MASTER_KEY",
                bytes(),
                RECORD_VERIFICATION_KEYS,
                base64(RECORD_KEYS.getPublic()));
    }

    /** For patient-service. */
    public static Map<String, String> ofVault() {
        return Map.of(
                "CLOUDCARE_AADHAAR_UID_KEY",
                bytes(),
                "CLOUDCARE_AADHAAR_ENCRYPTION_KEY",
                bytes(),
                "CLOUDCARE_RECORD_SIGNING_KEY",
                base64(RECORD_KEYS.getPrivate()),
                RECORD_VERIFICATION_KEYS,
                base64(RECORD_KEYS.getPublic()));
    }

    private static KeyPair recordKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static String bytes() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}

package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Keys of one run for the services that cannot start without. */
public final class AuthSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private AuthSecrets() {}

    /** For auth-service. */
    public static Map<String, String> ofAuth(WorkFolder folder) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String key = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Path file = folder.path().resolve("signing-key.pem");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
        return Map.of("CLOUDCARE_SIGNING_KEY_FILE", file.toString(), "CLOUDCARE_AUTH_MASTER_KEY", bytes());
    }

    /** For patient-service. */
    public static Map<String, String> ofVault() {
        return Map.of("CLOUDCARE_AADHAAR_UID_KEY", bytes(), "CLOUDCARE_AADHAAR_ENCRYPTION_KEY", bytes());
    }

    private static String bytes() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}

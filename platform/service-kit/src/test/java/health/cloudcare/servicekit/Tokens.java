package health.cloudcare.servicekit;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;

/** Signs tokens for the application under test with a key made for this run. */
public class Tokens implements QuarkusTestResourceLifecycleManager {

    private static final KeyPair KEYS = keys();

    @Override
    public Map<String, String> start() {
        String key = Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded());
        return Map.of("mp.jwt.verify.publickey", "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----");
    }

    @Override
    public void stop() {}

    static String patient(UUID patientId) {
        return token("PATIENT", "patient_id", patientId);
    }

    static String doctor(UUID doctorId) {
        return token("DOCTOR", "doctor_id", doctorId);
    }

    private static String token(String role, String claim, UUID id) {
        return Jwt.issuer("https://cloudcare.local")
                .audience("cloudcare")
                .subject(UUID.randomUUID().toString())
                .groups(role)
                .claim(claim, id.toString())
                .expiresIn(300)
                .sign(KEYS.getPrivate());
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

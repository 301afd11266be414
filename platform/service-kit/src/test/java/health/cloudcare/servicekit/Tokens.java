package health.cloudcare.servicekit;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Signs tokens for the application under test with a key made for this run. */
public class Tokens implements QuarkusTestResourceLifecycleManager {

    static final String KEY_ID = "of-this-run";

    /** Published beside it, for signatures of something else. */
    static final String OTHER_KEY_ID = "of-records";

    private static final KeyPair KEYS = keys("RSA");
    private static final KeyPair OTHER_KEYS = keys("Ed25519");

    @Override
    public Map<String, String> start() {
        return Map.of(
                "cloudcare.token.keys", new JsonWebKeySet(jwk(KEYS, KEY_ID), jwk(OTHER_KEYS, OTHER_KEY_ID)).toJson());
    }

    @Override
    public void stop() {}

    static String patient(UUID patientId) {
        return token("PATIENT", "patient_id", patientId);
    }

    static String doctor(UUID doctorId) {
        return token("DOCTOR", "doctor_id", doctorId);
    }

    static String unverifiedDoctor(UUID doctorId) {
        return sign(claims("DOCTOR").claim("doctor_id", doctorId.toString()).claim("verified", false));
    }

    static JwtClaimsBuilder claims(String role) {
        return Jwt.issuer("https://cloudcare.local")
                .audience("cloudcare")
                .subject(UUID.randomUUID().toString())
                .groups(role)
                .claim("token_use", "access")
                .expiresIn(300);
    }

    static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(KEYS.getPrivate());
    }

    static PrivateKey privateKey() {
        return KEYS.getPrivate();
    }

    static PrivateKey otherPrivateKey() {
        return OTHER_KEYS.getPrivate();
    }

    static PublicKey rawPublicKey() {
        return KEYS.getPublic();
    }

    private static String token(String role, String claim, UUID id) {
        return sign(claims(role).claim(claim, id.toString()).claim("verified", true));
    }

    private static JsonWebKey jwk(KeyPair pair, String id) {
        try {
            JsonWebKey key = JsonWebKey.Factory.newJwk(pair.getPublic());
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package health.cloudcare.auth.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;

/**
 * The public keys of patient-service's signatures, as JSON Web Keys. They are published here and nothing more: no token is
 * verified with them. Made at the start, so that a service with wrong keys does not come up at all.
 */
@Startup
@ApplicationScoped
class RecordVerificationKeys {

    private static final String KEYS = "cloudcare.record.verification-keys";

    private final List<JsonWebKey> keys;

    RecordVerificationKeys(@ConfigProperty(name = KEYS) List<String> keys) {
        this.keys = keys.stream().map(RecordVerificationKeys::jwk).toList();
    }

    /** A key set with these keys at its end. */
    String addedTo(String keySet) {
        try {
            JsonWebKeySet set = new JsonWebKeySet(keySet);
            keys.forEach(set::addJsonWebKey);
            return set.toJson();
        } catch (JoseException e) {
            throw new IllegalStateException("not a JSON Web Key set", e);
        }
    }

    private static JsonWebKey jwk(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text.strip());
            JsonWebKey jwk = JsonWebKey.Factory.newJwk(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint(HashUtil.SHA_256));
            jwk.setUse(Use.SIGNATURE);
            jwk.setAlgorithm(AlgorithmIdentifiers.EDDSA);
            return jwk;
        } catch (IllegalArgumentException | GeneralSecurityException | JoseException e) {
            throw new IllegalArgumentException(KEYS + " must be Ed25519 public keys (X.509) in base64", e);
        }
    }
}

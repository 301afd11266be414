package health.cloudcare.patient.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.secret.SecretValue;

/**
 * The Ed25519 key that signs, and the public keys that verify: its own first, then those of former keys by their thumbprints
 * (RFC 7638). Made at the start, so that a service with wrong keys does not come up at all.
 */
@Startup
@ApplicationScoped
class RecordKeys {

    static final String SIGNING_KEY = "cloudcare.record.signing-key";
    static final String VERIFICATION_KEYS = "cloudcare.record.verification-keys";
    static final String ALGORITHM = "Ed25519";

    private final PrivateKey signingKey;
    private final String signingKeyId;
    private final Map<String, PublicKey> verificationKeys = new LinkedHashMap<>();

    RecordKeys(
            @ConfigProperty(name = SIGNING_KEY) SecretValue signingKey,
            @ConfigProperty(name = VERIFICATION_KEYS) List<String> verificationKeys) {
        this.signingKey = privateKey(signingKey.value());
        verificationKeys.forEach(text -> add(publicKey(text)));
        this.signingKeyId = this.verificationKeys.keySet().iterator().next();
        requirePair();
    }

    PrivateKey signingKey() {
        return signingKey;
    }

    String signingKeyId() {
        return signingKeyId;
    }

    @Nullable
    PublicKey verificationKey(String id) {
        return verificationKeys.get(id);
    }

    private void add(PublicKey key) {
        try {
            verificationKeys.put(
                    JsonWebKey.Factory.newJwk(key).calculateBase64urlEncodedThumbprint(HashUtil.SHA_256), key);
        } catch (JoseException e) {
            throw new IllegalStateException("not a key for signatures", e);
        }
    }

    /** Otherwise nobody could verify what is signed from now on. */
    private void requirePair() {
        byte[] sample = {1};
        byte[] signed = Ed25519.sign(Ed25519.signingKey(signingKey), sample);
        PublicKey own = verificationKeys.get(signingKeyId);
        if (own == null || !Ed25519.isValid(own, sample, signed)) {
            throw new IllegalArgumentException("The first of " + VERIFICATION_KEYS + " must belong to " + SIGNING_KEY);
        }
    }

    private static PrivateKey privateKey(String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            // the cause may repeat a part of the key
            throw new IllegalArgumentException(SIGNING_KEY + " must be an Ed25519 private key (PKCS#8) in base64");
        }
    }

    private static PublicKey publicKey(String text) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text.strip())));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new IllegalArgumentException(VERIFICATION_KEYS + " must be Ed25519 public keys (X.509) in base64", e);
        }
    }
}

package health.cloudcare.patient.signature;

import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import health.cloudcare.servicekit.secret.SecretValue;

/** Keys nobody else has. */
public final class TestRecordKeys {

    private TestRecordKeys() {}

    public static RecordSigner signer() {
        KeyPair pair = pair("Ed25519");
        return signer(pair, pair);
    }

    /** Signs with the first and verifies with all. */
    static RecordSigner signer(KeyPair signing, KeyPair... verifying) {
        return new RecordSigner(new RecordKeys(
                SecretValue.of("local:" + base64(signing.getPrivate())),
                List.of(verifying).stream()
                        .map(pair -> base64(pair.getPublic()))
                        .toList()));
    }

    static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}

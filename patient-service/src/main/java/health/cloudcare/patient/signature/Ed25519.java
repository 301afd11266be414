package health.cloudcare.patient.signature;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Ed25519 (RFC 8032) by Bouncy Castle, which takes a fraction of the time that the JDK does: each access is signed for. */
final class Ed25519 {

    private static final int KEY_BYTES = 32;

    private Ed25519() {}

    static Ed25519PrivateKeyParameters signingKey(PrivateKey key) {
        byte[] seed = ((EdECPrivateKey) key)
                .getBytes()
                .orElseThrow(() -> new IllegalArgumentException("the signing key does not give its bytes away"));
        return new Ed25519PrivateKeyParameters(seed);
    }

    static byte[] sign(Ed25519PrivateKeyParameters key, byte[] data) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(data, 0, data.length);
        return signer.generateSignature();
    }

    /** False also for what is no signature at all. */
    static boolean isValid(PublicKey key, byte[] data, byte[] signed) {
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(raw(key)));
        verifier.update(data, 0, data.length);
        return verifier.verifySignature(signed);
    }

    /** The end of the X.509 form (RFC 8410). */
    private static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }
}

package health.cloudcare.auth.token;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

import jakarta.inject.Singleton;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Private keys as they lie in the database: AES-256-GCM, bound to the key's id. */
@Singleton
class PrivateKeySeal {

    /** NIST SP 800-38D: 96-bit nonces, 128-bit tags. */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    PrivateKeySeal(MasterKey masterKey) {
        this.key = masterKey.derive("signing keys at rest", "AES");
    }

    /** The nonce, followed by the ciphertext. */
    byte[] seal(String keyId, PrivateKey privateKey) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keyId, nonce).doFinal(privateKey.getEncoded());
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PrivateKey open(String keyId, byte[] sealed) {
        ByteBuffer content = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        content.get(nonce);
        try {
            byte[] encoded =
                    cipher(Cipher.DECRYPT_MODE, keyId, nonce).doFinal(sealed, content.position(), content.remaining());
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The signing key " + keyId + " in the database does not open: CLOUDCARE_AUTH_MASTER_KEY is not the"
                            + " master key it was sealed with",
                    e);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(keyId.getBytes(UTF_8));
        return cipher;
    }
}

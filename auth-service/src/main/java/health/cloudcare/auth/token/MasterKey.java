package health.cloudcare.auth.token;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import health.cloudcare.servicekit.secret.SecretValue;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The one secret all replicas share. It is never used itself: every purpose gets a key of its own, so that what one of them
 * gives away is of no use for another.
 */
@Singleton
public class MasterKey {

    private static final String NAME = "cloudcare.auth.master-key";
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKey pseudoRandomKey;

    public MasterKey(@ConfigProperty(name = NAME) SecretValue secret) {
        // RFC 5869, 2.2: without a salt, as many zeros as the hash is long
        this.pseudoRandomKey = key(hmac(key(new byte[BYTES], HMAC), decode(secret)), HMAC);
    }

    /**
     * A 256-bit key by HKDF-SHA-256 (RFC 5869), the same on every replica and after every start.
     *
     * @param purpose what the key is for, in words no other purpose uses, for example {@code "throttle keys"}
     * @param algorithm what the key is used with, for example {@code AES} or {@code HmacSHA256}
     */
    public SecretKey derive(String purpose, String algorithm) {
        // 2.3: one block is all we need, hence the counter 1
        byte[] info = ("cloudcare auth " + purpose + '\u0001').getBytes(UTF_8);
        return key(hmac(pseudoRandomKey, info), algorithm);
    }

    private static byte[] hmac(SecretKey key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKey key(byte[] bytes, String algorithm) {
        return new SecretKeySpec(bytes, algorithm);
    }

    private static byte[] decode(SecretValue secret) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.value());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // the decoder's message repeats characters of the secret
        }
        throw new IllegalArgumentException(NAME + " must be the base64 form of " + BYTES + " bytes");
    }
}

package health.cloudcare.patient.aadhaar;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

import jakarta.enterprise.context.ApplicationScoped;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What the vault stores of a number: a keyed hash to find it by, and the number encrypted. */
@ApplicationScoped
class AadhaarCipher {

    /** NIST SP 800-38D: 96-bit nonces, 128-bit tags. */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final AadhaarKeys keys;
    private final SecureRandom random = new SecureRandom();

    AadhaarCipher(AadhaarKeys keys) {
        this.keys = keys;
    }

    record Sealed(int keyVersion, byte[] nonce, byte[] ciphertext) {}

    /** HMAC-SHA-256 in 64 hex digits: the same everywhere, and of no use for guessing without the key. */
    String uid(AadhaarNumber number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.uidKey());
            return HexFormat.of().formatHex(mac.doFinal(number.digits().getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bound to the patient: a row copied to another patient does not open. */
    Sealed seal(AadhaarNumber number, UUID patientId) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] digits = number.digits().getBytes(US_ASCII);
        int version = keys.currentVersion();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.encryptionKey(version), nonce, patientId);
            return new Sealed(version, nonce, cipher.doFinal(digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails with {@link UnreadableEntryException} for another patient's entry, a changed one, or one of an unknown key. */
    AadhaarNumber open(Sealed sealed, UUID patientId) {
        SecretKey key = keys.encryptionKey(sealed.keyVersion());
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed.nonce(), patientId);
            return AadhaarNumber.parse(new String(cipher.doFinal(sealed.ciphertext()), US_ASCII));
        } catch (AEADBadTagException | InvalidAlgorithmParameterException e) {
            throw UnreadableEntryException.notSealedLikeThis();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID patientId)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(patientId.toString().getBytes(US_ASCII));
        return cipher;
    }
}

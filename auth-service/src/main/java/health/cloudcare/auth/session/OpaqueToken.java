package health.cloudcare.auth.session;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** 256 random bits. A plain hash suffices to store it: there is nothing to guess. */
record OpaqueToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DEVICE_PREFIX = "ccd_";
    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    static OpaqueToken random() {
        return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(BYTES)));
    }

    /** Told apart from access tokens by how it begins. */
    static OpaqueToken forDevice() {
        return new OpaqueToken(DEVICE_PREFIX + random().text());
    }

    String hash() {
        return HexFormat.of().formatHex(digest("", text));
    }

    /** Another token, readable again with this one only. */
    byte[] seal(OpaqueToken other) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, other.text().getBytes(UTF_8));
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    OpaqueToken open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] content = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return new OpaqueToken(new String(run(Cipher.DECRYPT_MODE, nonce, content), UTF_8));
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            // another digest than the stored hash, which must not open anything
            SecretKeySpec key = new SecretKeySpec(digest("successor of ", text), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] digest(String label, String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((label + text).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}

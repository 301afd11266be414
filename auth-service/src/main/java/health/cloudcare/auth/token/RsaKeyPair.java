package health.cloudcare.auth.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A new signing key, or the one of the key file. */
record RsaKeyPair(RSAPublicKey publicKey, PrivateKey privateKey) {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.+?)-----END PRIVATE KEY-----", Pattern.DOTALL);
    private static final int BITS = 2048;

    /** Takes some hundred milliseconds of a core. */
    static RsaKeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new RsaKeyPair((RSAPublicKey) pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From a PKCS#8 PEM file; what stands before its first line is ignored. */
    static RsaKeyPair read(Path file) {
        try {
            Matcher pem = PKCS8.matcher(Files.readString(file, UTF_8));
            if (!pem.find()) {
                throw new IllegalArgumentException("cloudcare.signing-key-file holds no PKCS#8 private key");
            }
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
            KeyFactory factory = KeyFactory.getInstance("RSA");
            if (factory.generatePrivate(new PKCS8EncodedKeySpec(encoded)) instanceof RSAPrivateCrtKey key
                    && key.getModulus().bitLength() >= BITS) {
                RSAPublicKeySpec publicHalf = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
                return new RsaKeyPair((RSAPublicKey) factory.generatePublic(publicHalf), key);
            }
            throw new IllegalArgumentException("cloudcare.signing-key-file must hold an RSA key of 2048 bits or more");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cloudcare.signing-key-file cannot be read", e);
        }
    }

    /** The same key has the same id everywhere. */
    String id() {
        return JsonWebKeys.id(publicKey);
    }

    @Override
    public String toString() {
        return "RsaKeyPair " + id();
    }
}

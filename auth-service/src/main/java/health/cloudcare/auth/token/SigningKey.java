package health.cloudcare.auth.token;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The RS256 key of this installation, read from a PKCS#8 PEM file; what stands before its first line is ignored. */
@ApplicationScoped
class SigningKey {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.+?)-----END PRIVATE KEY-----", Pattern.DOTALL);
    private static final int MIN_BITS = 2048;

    private final RSAPrivateCrtKey key;
    private final String id;

    SigningKey(@ConfigProperty(name = "cloudcare.signing-key-file") Path file) {
        this.key = read(file);
        this.id = thumbprint();
    }

    PrivateKey privateKey() {
        return key;
    }

    String id() {
        return id;
    }

    /** The public half as a JSON Web Key (RFC 7517). */
    JsonWebKeySet.Key publicKey() {
        return new JsonWebKeySet.Key(
                "RSA", "sig", "RS256", id, base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    private static RSAPrivateCrtKey read(Path file) {
        try {
            Matcher pem = PKCS8.matcher(Files.readString(file, UTF_8));
            if (!pem.find()) {
                throw new IllegalArgumentException("cloudcare.signing-key-file holds no PKCS#8 private key");
            }
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (key instanceof RSAPrivateCrtKey rsa && rsa.getModulus().bitLength() >= MIN_BITS) {
                return rsa;
            }
            throw new IllegalArgumentException("cloudcare.signing-key-file must hold an RSA key of 2048 bits or more");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cloudcare.signing-key-file cannot be read", e);
        }
    }

    /** RFC 7638: the same key has the same id everywhere. */
    private String thumbprint() {
        String members = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}"
                .formatted(base64(key.getPublicExponent()), base64(key.getModulus()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(members.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        byte[] magnitude = Arrays.copyOfRange(bytes, sign, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }
}

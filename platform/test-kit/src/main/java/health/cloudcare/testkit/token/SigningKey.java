package health.cloudcare.testkit.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;

/**
 * The RS256 key of this test JVM. It is kept in a system property because Quarkus loads this class once per application
 * class loader, and the tests and the service under test must mean the same key.
 */
public final class SigningKey {

    private static final String SHARED = "cloudcare.testkit.signing-key";
    private static final int BITS = 2048;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    public static SigningKey shared() {
        synchronized (System.class) {
            String encoded = System.getProperty(SHARED);
            if (encoded == null) {
                SigningKey created = generate();
                System.setProperty(SHARED, Base64.getEncoder().encodeToString(created.privateKey.getEncoded()));
                return created;
            }
            return decode(encoded);
        }
    }

    static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SigningKey decode(String encoded) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
            PublicKey publicKey =
                    factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new SigningKey(key, publicKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    /** Its RFC 7638 thumbprint, under which auth-service publishes it as well when it is given the file. */
    public String id() {
        return publicJwk().calculateBase64urlEncodedThumbprint(HashUtil.SHA_256);
    }

    /** The key set with this key alone, as {@code cloudcare.token.keys} takes it. */
    public String keySet() {
        JsonWebKey key = publicJwk();
        key.setKeyId(id());
        return new JsonWebKeySet(key).toJson();
    }

    private JsonWebKey publicJwk() {
        try {
            return JsonWebKey.Factory.newJwk(publicKey);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PKCS#8 PEM file marked as a local secret, as {@code CLOUDCARE_SIGNING_KEY_FILE} takes it. */
    public Path privateKeyFile() {
        try {
            Path file = Files.createTempFile("cloudcare-test-signing-key-", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    "CloudCare local secret\n" + pem("PRIVATE KEY", privateKey.getEncoded()),
                    StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String label, byte[] content) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}

package health.cloudcare.gateway;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

import health.cloudcare.testkit.token.SigningKey;

/** The key of the test tokens as auth-service publishes its own. */
final class PublishedKeys {

    private PublishedKeys() {}

    static String json() {
        try {
            RsaJsonWebKey key = (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(publicKey());
            key.setKeyId("test-kit");
            return new JsonWebKeySet(List.of(key)).toJson();
        } catch (JoseException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey publicKey() throws GeneralSecurityException {
        String base64 = SigningKey.shared().publicKeyText().replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}

package health.cloudcare.endtoend;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The keys of a key set that verify tokens, by their ids. */
final class PublishedKeys {

    private PublishedKeys() {}

    static Map<String, RSAPublicKey> of(JsonNode keySet) {
        Map<String, RSAPublicKey> keys = new HashMap<>();
        keySet.path("keys").forEach(key -> {
            if (key.path("kty").asText().equals("RSA")) {
                keys.put(key.path("kid").asText(), key(key));
            }
        });
        return keys;
    }

    private static RSAPublicKey key(JsonNode jwk) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(jwk.path("n")), number(jwk.path("e"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(JsonNode text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text.asText()));
    }
}

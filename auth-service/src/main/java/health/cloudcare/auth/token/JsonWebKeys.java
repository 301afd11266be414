package health.cloudcare.auth.token;

import java.security.interfaces.RSAPublicKey;
import java.util.Collection;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;

/** Public keys as JSON Web Keys (RFC 7517). */
final class JsonWebKeys {

    private JsonWebKeys() {}

    /** RFC 7638, SHA-256. */
    static String id(RSAPublicKey key) {
        return new RsaJsonWebKey(key).calculateBase64urlEncodedThumbprint(HashUtil.SHA_256);
    }

    static String json(RSAPublicKey key) {
        return jwk(key).toJson();
    }

    static RSAPublicKey parse(String json) {
        try {
            return ((RsaJsonWebKey) JsonWebKey.Factory.newJwk(json)).getRsaPublicKey();
        } catch (JoseException e) {
            throw new IllegalStateException("not a JSON Web Key", e);
        }
    }

    static String set(Collection<RSAPublicKey> keys) {
        return new JsonWebKeySet(keys.stream().map(JsonWebKeys::jwk).toArray(JsonWebKey[]::new)).toJson();
    }

    private static RsaJsonWebKey jwk(RSAPublicKey key) {
        RsaJsonWebKey jwk = new RsaJsonWebKey(key);
        jwk.setKeyId(id(key));
        jwk.setUse(Use.SIGNATURE);
        jwk.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return jwk;
    }
}

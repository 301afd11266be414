package health.cloudcare.patient.consent;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

import com.sun.net.httpserver.HttpServer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.HashUtil;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The key set over HTTP as auth-service publishes it. */
final class PublishedKeys {

    private PublishedKeys() {}

    static JsonWebSignature verified(String compact) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keySet = new JsonWebKeySet(publicKey()).toJson().getBytes(UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, keySet.length);
            exchange.getResponseBody().write(keySet);
            exchange.close();
        });
        server.start();
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "EdDSA"));
            jws.setCompactSerialization(compact);
            String url = "http://localhost:" + server.getAddress().getPort() + "/.well-known/jwks.json";
            jws.setKey(new HttpsJwksVerificationKeyResolver(new HttpsJwks(url)).resolveKey(jws, null));
            assertThat(jws.verifySignature()).isTrue();
            return jws;
        } finally {
            server.stop(0);
        }
    }

    private static JsonWebKey publicKey() throws Exception {
        String text = ConfigProvider.getConfig().getValue("CLOUDCARE_RECORD_VERIFICATION_KEYS", String.class);
        JsonWebKey key = JsonWebKey.Factory.newJwk(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text))));
        key.setKeyId(key.calculateBase64urlEncodedThumbprint(HashUtil.SHA_256));
        key.setAlgorithm("EdDSA");
        key.setUse("sig");
        return key;
    }
}

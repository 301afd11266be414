package health.cloudcare.endtoend;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.PatientClient;

import static health.cloudcare.endtoend.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** No token but a genuine one gets anywhere: neither past the gateway nor past a service that is reached without it. */
@WithSuite
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenForgeryTest {

    private static final String JWKS = "/.well-known/jwks.json";

    private final Suite suite;
    private final Gateway gateway;
    private final SignedIn patient;
    private final Forgery genuine;
    private final PrivateKey ourKey;
    private final KeyPair stranger = Forgery.strangersKey();
    private final Map<String, RSAPublicKey> published;
    private final Map<String, String> routes;

    TokenForgeryTest(Suite suite) {
        this.suite = suite;
        gateway = suite.gateway();
        patient = SignedIn.newPatient(gateway);
        ourKey = Forgery.key(suite.secret("signing-key.pem"));
        published = PublishedKeys.of(gateway.get(JWKS).expect(200).json());
        // of this key, which need not be the one that signs by now
        String kid = published.entrySet().stream()
                .filter(key -> key.getValue().getModulus().equals(((RSAPrivateKey) ourKey).getModulus()))
                .findFirst()
                .orElseThrow()
                .getKey();
        genuine = Forgery.of(patient.token()).header("kid", kid);
        routes = Map.of(
                Suite.AUTH,
                PatientClient.ME,
                Suite.PATIENT,
                "/api/v1/patients/" + patient.profileId() + "/profile",
                Suite.WEARABLES,
                PatientClient.DEVICES + "?patient_id=" + patient.profileId(),
                "notification-service",
                "/api/v1/notifications");
    }

    /** Otherwise the other tests would show nothing: this is how their tokens are made. */
    @Test
    void theSameTokenSignedAgainWithOurKeyIsGenuine() {
        String again = genuine.claim("nbf", Instant.now().getEpochSecond() - 60).signedWith(ourKey);

        for (Map.Entry<String, String> route : routes.entrySet()) {
            await().atMost(Imports.PATIENCE).pollInterval(Imports.LOOK).untilAsserted(() -> {
                assertThat(gateway.get(route.getValue(), Map.of(), again).status())
                        .as(route.getValue())
                        .isEqualTo(200);
                assertThat(suite.directly(route.getKey())
                                .get(route.getValue(), Map.of(), again)
                                .status())
                        .as(route.getKey())
                        .isEqualTo(200);
            });
        }
    }

    @Test
    void unsignedTokensAreRefused() {
        for (String none : List.of("none", "None", "NONE", "")) {
            assertRefused("alg=" + none, genuine.header("alg", none).unsigned());
        }
        String[] parts = patient.token().split("\\.");
        assertRefused("no signature", parts[0] + "." + parts[1] + ".");
        assertRefused("two parts", parts[0] + "." + parts[1]);
        assertRefused(
                "claims of another",
                genuine.claim("groups", List.of("SYSTEM_ADMIN")).unsigned() + parts[2]);
    }

    @Test
    void thePublicKeyIsNoSecretToSignWith() {
        String jwks = gateway.get(JWKS).expect(200).text();
        RSAPublicKey publicKey = published.get(String.valueOf(genuine.header().get("kid")));
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey.getEncoded());
        String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";

        Forgery forgery = genuine.header("alg", "HS256");
        assertRefused("HS256 with the PEM", forgery.signedWithSecret(pem.getBytes(UTF_8)));
        assertRefused("HS256 with the DER", forgery.signedWithSecret(publicKey.getEncoded()));
        assertRefused("HS256 with the modulus", forgery.signedWithSecret(magnitude(publicKey.getModulus())));
        assertRefused("HS256 with the key set", forgery.signedWithSecret(jwks.getBytes(UTF_8)));
    }

    @Test
    void aStrangersKeyIsNoKeyWhereverTheTokenSaysItIs() throws IOException {
        AtomicInteger fetched = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String keys = "{\"keys\":[" + jwk("stranger") + "]}";
        server.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, keys.length());
            exchange.getResponseBody().write(keys.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort() + "/keys.json";
        Forgery foreign = genuine.header("kid", "stranger");
        try {
            Map<String, Forgery> forgeries = new LinkedHashMap<>();
            forgeries.put("our kid", genuine);
            forgeries.put("foreign kid", foreign);
            forgeries.put("a path as kid", genuine.header("kid", "../../../../dev/null"));
            forgeries.put("jku", foreign.header("jku", url));
            forgeries.put("jku with our kid", genuine.header("jku", url));
            forgeries.put("x5u", foreign.header("x5u", url));
            forgeries.put("jwk", foreign.header("jwk", Map.of("kty", "RSA", "e", "AQAB", "n", modulus())));
            forgeries.put("x5c", foreign.header("x5c", List.of("AAAA")));

            forgeries.forEach((name, forgery) -> assertRefused(name, forgery.signedWith(stranger.getPrivate())));
            assertThat(fetched).as("look-ups at the stranger's").hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatOurKeySignedForSomethingElseIsRefused() {
        long now = Instant.now().getEpochSecond();
        Map<String, Forgery> forgeries = new LinkedHashMap<>();
        forgeries.put("expired", genuine.claim("iat", now - 3600).claim("exp", now - 1800));
        forgeries.put("not valid yet", genuine.claim("nbf", now + 600));
        forgeries.put("another audience", genuine.claim("aud", "somebody-else"));
        forgeries.put("another issuer", genuine.claim("iss", "https://elsewhere.example"));
        forgeries.put("refresh token", genuine.claim("token_use", "refresh"));
        forgeries.put("another type", genuine.claim("token_use", "id"));

        forgeries.forEach((name, forgery) -> assertRefused(name, forgery.signedWith(ourKey)));
    }

    @Test
    void aRefreshTokenIsNoAccessToken() {
        assertRefused("the refresh token", patient.refreshToken());
        assertRefused("nothing like a token", "abc");
    }

    @Test
    void aTokenOfAServiceIsForTheInside() {
        String service = genuine.claim("groups", List.of("SERVICE")).signedWith(ourKey);

        routes.values().forEach(route -> assertProblem(gateway.get(route, Map.of(), service), 401, "AUTH_FAILED"));
        assertProblem(gateway.get("/internal/v1/signing-keys", Map.of(), service), 404, "NOT_FOUND");
    }

    private void assertRefused(String name, String token) {
        routes.forEach((service, route) -> {
            assertThat(gateway.get(route, Map.of(), token).status())
                    .as("%s, through the gateway at %s", name, route)
                    .isEqualTo(401);
            assertThat(suite.directly(service).get(route, Map.of(), token).status())
                    .as("%s, at %s itself", name, service)
                    .isEqualTo(401);
        });
        assertProblem(gateway.get(PatientClient.ME, Map.of(), token), 401, "AUTH_FAILED");
    }

    private String jwk(String kid) {
        return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + kid + "\",\"e\":\"AQAB\",\"n\":\""
                + modulus() + "\"}";
    }

    private String modulus() {
        byte[] bytes = magnitude(((RSAPublicKey) stranger.getPublic()).getModulus());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the sign. */
    private static byte[] magnitude(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}

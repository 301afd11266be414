package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import com.sun.net.httpserver.HttpServer;

/** Stands in for auth-service: publishes a key of this run and signs access tokens with it. */
public final class TokenIssuer implements AutoCloseable {
    private static final String KEY_ID = "bench";
    private static final long LIFETIME_SECONDS = 1_800;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final HttpServer server;
    private final Clock clock;

    private TokenIssuer(KeyPair keys, HttpServer server, Clock clock) {
        this.keys = keys;
        this.server = server;
        this.clock = clock;
    }

    public static TokenIssuer start(Clock clock) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        byte[] keySet = keySet((RSAPublicKey) keys.getPublic()).getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks.json", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keySet.length);
            exchange.getResponseBody().write(keySet);
            exchange.close();
        });
        server.start();
        return new TokenIssuer(keys, server, clock);
    }

    /** By which services find the key. */
    public Map<String, String> environment() {
        return Map.of(
                "CLOUDCARE_JWKS_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
    }

    /** An access token of the patient, as auth-service would issue it. */
    public String patient(UUID patientId) throws GeneralSecurityException {
        return token("PATIENT", "\"patient_id\":\"" + patientId + "\",");
    }

    /** Of a doctor whom somebody vouched for. */
    public String doctor(UUID doctorId) throws GeneralSecurityException {
        return token("DOCTOR", "\"doctor_id\":\"" + doctorId + "\",\"verified\":true,");
    }

    /** Auth-service's own. */
    public String service() throws GeneralSecurityException {
        return token("SERVICE", "");
    }

    private String token(String role, String profile) throws GeneralSecurityException {
        long now = clock.instant().getEpochSecond();
        String claims = """
                {"iss":"https://cloudcare.local","aud":"cloudcare","sub":"%s","sid":"%s","groups":["%s"],"token_use":"access",\
                %s"iat":%d,"exp":%d}""".formatted(UUID.randomUUID(), UUID.randomUUID(), role, profile, now, now + LIFETIME_SECONDS);
        String signed =
                encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}") + '.' + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + '.' + BASE64.encodeToString(signature.sign());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String keySet(RSAPublicKey key) {
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(KEY_ID, unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}

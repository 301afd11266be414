package health.cloudcare.servicekit;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.servicekit.token.TokenKeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Every classic way to forge a token, and every claim that must be right. */
@QuarkusTest
@QuarkusTestResource(Tokens.class)
class TokenVerificationTest {

    private static final UUID PATIENT = SampleBeans.KNOWN;

    @Inject
    TokenKeys keys;

    @Test
    void acceptsAnAccessTokenOfOurs() {
        statusIs(200, Tokens.patient(PATIENT));
    }

    @Test
    void acceptsItTheSecondTimeFromMemory() {
        String token = Tokens.patient(PATIENT);
        statusIs(200, token);
        statusIs(200, token);
    }

    @Test
    void refusesATokenWithoutSignature() throws Exception {
        JsonWebSignature none = new JsonWebSignature();
        none.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
        none.setAlgorithmHeaderValue("none");
        none.setKeyIdHeaderValue(Tokens.KEY_ID);
        none.setPayload(payload());
        statusIs(401, none.getCompactSerialization());
    }

    @Test
    void refusesATokenSignedWithThePublicKeyAsAnHmacSecret() throws Exception {
        JsonWebSignature hs256 = new JsonWebSignature();
        hs256.setAlgorithmHeaderValue("HS256");
        hs256.setKeyIdHeaderValue(Tokens.KEY_ID);
        hs256.setKey(new HmacKey(Tokens.rawPublicKey().getEncoded()));
        hs256.setPayload(payload());
        statusIs(401, hs256.getCompactSerialization());
    }

    @Test
    void refusesAForeignKeyUnderOurKeyId() throws Exception {
        JsonWebSignature foreign = signedByStranger();
        foreign.setKeyIdHeaderValue(Tokens.KEY_ID);
        statusIs(401, foreign.getCompactSerialization());
    }

    @Test
    void refusesAKeyIdNobodyPublished() throws Exception {
        JsonWebSignature foreign = signedByStranger();
        foreign.setKeyIdHeaderValue("somebody-elses");
        statusIs(401, foreign.getCompactSerialization());
    }

    @Test
    void refusesAKeyThatIsPublishedForSomethingElse() throws Exception {
        JsonWebSignature eddsa = new JsonWebSignature();
        eddsa.setAlgorithmHeaderValue("EdDSA");
        eddsa.setKeyIdHeaderValue(Tokens.OTHER_KEY_ID);
        eddsa.setKey(Tokens.otherPrivateKey());
        eddsa.setPayload(payload());
        statusIs(401, eddsa.getCompactSerialization());
    }

    @Test
    void knowsRsaKeysAlone() {
        assertThat(keys.current()).containsOnlyKeys(Tokens.KEY_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jku", "x5u"})
    void refusesATokenThatBringsTheAddressOfItsKey(String header) {
        String token = Tokens.claims("PATIENT")
                .claim("patient_id", PATIENT.toString())
                .jws()
                .keyId(Tokens.KEY_ID)
                .header(header, "https://elsewhere.example/keys.json")
                .sign(Tokens.privateKey());
        statusIs(401, token);
    }

    @Test
    void refusesATokenWithoutKeyId() {
        statusIs(401, valid().sign(Tokens.privateKey()));
    }

    @Test
    void refusesWhatIsNotForUs() {
        statusIs(401, with(claims -> claims.audience("somebody-else")));
        statusIs(401, with(claims -> claims.issuer("https://elsewhere.example")));
    }

    @Test
    void refusesATokenBeforeAndAfterItsTime() {
        long now = System.currentTimeMillis() / 1000;
        statusIs(401, with(claims -> claims.expiresAt(now - 60).issuedAt(now - 600)));
        statusIs(401, with(claims -> claims.claim("nbf", now + 600)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh", "device", "id"})
    void refusesATokenThatIsMeantForSomethingElse(String use) {
        statusIs(401, with(claims -> claims.claim("token_use", use)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c", "....", "null"})
    void refusesWhatIsNoToken(String text) {
        statusIs(401, text);
    }

    private static void statusIs(int status, String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/sample/patients/" + PATIENT)
                .then()
                .statusCode(status);
    }

    private static String with(UnaryOperator<JwtClaimsBuilder> change) {
        return Tokens.sign(change.apply(valid()));
    }

    private static JwtClaimsBuilder valid() {
        return Tokens.claims("PATIENT").claim("patient_id", PATIENT.toString());
    }

    private static String payload() {
        String token = Tokens.patient(PATIENT);
        return new String(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static JsonWebSignature signedByStranger() throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("RS256");
        signature.setKey(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
        signature.setPayload(payload());
        return signature;
    }
}

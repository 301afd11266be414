package health.cloudcare.auth.token;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.servicekit.secret.SecretValue;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.SigningKey;
import health.cloudcare.testkit.token.Tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class SigningKeysTest {

    /** RFC 7638 thumbprint of the public key in TestEnvironment, calculated apart. */
    private static final String RECORD_KEY_ID = "cPsdCs0xzorni8SP446zZAS8jrNUgy7LuQU5clUXucc";

    private static final String KEYS = "/internal/v1/signing-keys";

    @Test
    void publishesThePublicHalvesOnly() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", containsString("max-age=300"))
                .body("keys.kid", hasItem(SigningKey.shared().id()))
                .body("keys.findAll { it.kid == '" + RECORD_KEY_ID + "' }.size()", equalTo(1))
                .body("keys.findAll { it.kid != '" + RECORD_KEY_ID + "' }.kty", everyItem(equalTo("RSA")))
                .body("keys.findAll { it.kid != '" + RECORD_KEY_ID + "' }.alg", everyItem(equalTo("RS256")))
                .body("keys.use", everyItem(equalTo("sig")))
                .body("keys.d", everyItem(nullValue()));
    }

    @Test
    void publishesTheKeyThatVerifiesRecordsButTakesNoTokenOfIt() throws Exception {
        String record = "keys.find { it.kid == '" + RECORD_KEY_ID + "' }";
        given().get("/.well-known/jwks.json")
                .then()
                .body(record + ".kty", equalTo("OKP"))
                .body(record + ".crv", equalTo("Ed25519"))
                .body(record + ".alg", equalTo("EdDSA"))
                .body(record + ".use", equalTo("sig"));
        String genuine = Tokens.systemAdmin();
        given().auth().oauth2(genuine).get(KEYS).then().statusCode(200);

        given().auth().oauth2(signedByRecordKey(genuine)).get(KEYS).then().statusCode(401);
    }

    @Test
    void aRotationPublishesTheNextKeyAndAskedForTwiceIsOne() throws Exception {
        List<String> first = given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.JSON)
                .body("{}")
                .post(KEYS + "/rotations")
                .then()
                .statusCode(200)
                .extract()
                .path("keys.kid");

        assertThat(rotateWithoutABody()).isEqualTo(200);
        given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.TEXT)
                .body("{\"immediately\": true}")
                .post(KEYS + "/rotations")
                .then()
                .statusCode(415);

        given().get("/.well-known/jwks.json").then().body("keys.kid - '" + RECORD_KEY_ID + "'", equalTo(first));
        given().auth()
                .oauth2(Tokens.systemAdmin())
                .get(KEYS)
                .then()
                .statusCode(200)
                .body("keys.kid", equalTo(first))
                .body("keys.state", contains("SIGNING", "UPCOMING"))
                .body("keys[0].kid", equalTo(SigningKey.shared().id()));
    }

    @Test
    void isForOperatorsAndServices() {
        given().get(KEYS).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID()))
                .get(KEYS)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.hospitalAdmin(UUID.randomUUID()))
                .post(KEYS + "/rotations")
                .then()
                .statusCode(403);
    }

    private static String signedByRecordKey(String token) throws Exception {
        String key = ConfigProvider.getConfig()
                .getValue("CLOUDCARE_RECORD_SIGNING_KEY", SecretValue.class)
                .value();
        JsonWebSignature forged = new JsonWebSignature();
        forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        forged.setKeyIdHeaderValue(RECORD_KEY_ID);
        forged.setKey(KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))));
        forged.setPayloadBytes(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        return forged.getCompactSerialization();
    }

    /** RestAssured would send a content type. */
    private static int rotateWithoutABody() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + KEYS + "/rotations"))
                .header("Authorization", "Bearer " + Tokens.service())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}

package health.cloudcare.auth.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.auth.NewPerson;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.auth.NewPerson.aPerson;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class DeviceSessionTest {
    private static final String DEVICES = "/internal/v1/device-sessions";

    FakeProfileServices services;

    private String token = "";

    @BeforeEach
    void signUp() {
        services.is(FakeProfileServices.Mood.WELL);
        token = aPerson().signedUp().path("access_token");
    }

    @Test
    void itsCredentialBecomesATokenOfTheDevice() {
        Response opened = open(null)
                .statusCode(201)
                .body("credential", startsWith("ccd_"))
                .body("session_id", notNullValue())
                .extract()
                .response();

        String access =
                exchange(opened.path("credential")).statusCode(200).extract().path("access_token");

        JsonPath claims = JsonPath.from(
                new String(Base64.getUrlDecoder().decode(access.split("\\.")[1]), StandardCharsets.UTF_8));
        assertThat(claims.getList("groups")).isEqualTo(java.util.List.of("DEVICE"));
        assertThat(claims.getString("device_id")).isEqualTo("iphone-1");
        assertThat(claims.getString("sid")).isEqualTo(opened.path("session_id"));
        assertThat(claims.getString("patient_id")).isNotBlank();
        // which has no part in the account
        given().auth().oauth2(access).get("/api/v1/auth/me").then().spec(problem(401));
        given().auth().oauth2(access).post("/auth/logout-all").then().spec(problem(401));
        given().auth()
                .oauth2(token)
                .get("/auth/sessions")
                .then()
                .body("count", equalTo(2))
                .body("sessions.is_device", contains(false, true));
    }

    @Test
    void endsWhenUnpairedOrReplacedOrWithAllOthers() {
        Response first = open(null).statusCode(201).extract().response();
        Response second =
                open(first.path("session_id")).statusCode(201).extract().response();
        exchange(first.path("credential")).spec(problem(404));
        exchange(second.path("credential")).statusCode(200);

        String stranger = aPerson().signedUp().path("access_token");
        end(stranger, second.path("session_id")).statusCode(204);
        exchange(second.path("credential")).statusCode(200);
        end(token, second.path("session_id")).statusCode(204);
        end(token, second.path("session_id")).statusCode(204);
        exchange(second.path("credential")).spec(problem(404));

        Response third = open(null).statusCode(201).extract().response();
        given().auth().oauth2(token).post("/auth/logout-all").then().statusCode(200);
        exchange(third.path("credential")).spec(problem(404));
    }

    @Test
    void onlyPatientsHaveThem() {
        given().contentType("application/json")
                .body(Map.of("device_id", "iphone-1"))
                .post(DEVICES)
                .then()
                .spec(problem(401));
        given().auth()
                .oauth2(Tokens.doctor(UUID.randomUUID()))
                .contentType("application/json")
                .body(Map.of("device_id", "iphone-1"))
                .post(DEVICES)
                .then()
                .spec(problem(403));
    }

    private ValidatableResponse open(String replaces) {
        Map<String, Object> body = new HashMap<>(Map.of("device_id", "iphone-1"));
        if (replaces != null) {
            body.put("replaces", replaces);
        }
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(DEVICES)
                .then();
    }

    private static ValidatableResponse end(String token, String session) {
        return given().auth().oauth2(token).delete(DEVICES + "/" + session).then();
    }

    private static ValidatableResponse exchange(String credential) {
        return NewPerson.post("/internal/v1/cookie-sessions", Map.of("cookie", credential))
                .then();
    }
}

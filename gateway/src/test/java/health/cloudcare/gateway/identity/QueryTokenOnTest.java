package health.cloudcare.gateway.identity;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import health.cloudcare.gateway.FakeAuthSessions;
import health.cloudcare.gateway.FakeServices;
import health.cloudcare.gateway.LogLines;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** An installation as its operator may have set it up: tokens in queries are let in, no other origin is. */
@QuarkusTest
@TestProfile(QueryTokenOnTest.Lenient.class)
@QuarkusTestResource(FakeServices.class)
@WithBackingServices(BackingService.REDIS)
class QueryTokenOnTest {

    private static final String PROFILE = "/api/v1/auth/profile";

    public static final class Lenient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cloudcare.gateway.query-token-enabled", "true", "quarkus.http.cors.enabled", "false");
        }
    }

    private final String token = Tokens.systemAdmin();

    @Test
    void makesHeaderOfTokenInQuery() {
        given().get(PROFILE + "/?token=" + token)
                .then()
                .statusCode(200)
                .body("uri", equalTo(PROFILE + "/"))
                .body("headers.authorization", equalTo("Bearer " + token));
        given().urlEncodingEnabled(false)
                .post("/auth/validate-token?a=%2B&%74oken=" + token + "&b")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/auth/validate-token?a=%2B&b"))
                .body("headers.authorization", equalTo("Bearer " + token));
    }

    @Test
    void refusesTwoTokensUnlessTheyAreTheSame() {
        String another = Tokens.systemAdmin();

        given().auth().oauth2(token).get(PROFILE + "?token=" + token).then().statusCode(200);
        given().auth().oauth2(token).get(PROFILE + "?token=" + another).then().spec(problem(401, "AUTH_FAILED"));
        given().get(PROFILE + "?token=" + token + "&token=" + another).then().spec(problem(401, "AUTH_FAILED"));
        given().get(PROFILE + "?token=").then().spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void takesNoTokenFromOtherQueries() {
        given().get("/api/v1/auth/me?token=" + token).then().spec(problem(401, "AUTH_FAILED"));
        given().get("/auth/sessions?token=" + token).then().spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void logsRouteAndNeverQuery() {
        try (LogLines lines = LogLines.capture()) {
            given().get(PROFILE + "?token=" + token).then().statusCode(200);
            given().get("/auth/nothing?token=" + token).then().statusCode(404);

            await().until(() -> lines.stream().anyMatch(line -> line.contains(PROFILE)));
            assertThat(lines.stream()).noneMatch(line -> line.contains(token) || line.contains("token="));
        }
    }

    @Test
    void refusesCookieFromForeignOriginByItself() {
        given().cookie("session_id", FakeAuthSessions.live())
                .header("Origin", "https://app.cloudcare.example")
                .post("/protected/user/deleteProfile")
                .then()
                .spec(problem(403, "ACCESS_DENIED"));
        given().cookie("session_id", FakeAuthSessions.live())
                .header("Origin", "null")
                .post("/auth/signout")
                .then()
                .spec(problem(403, "ACCESS_DENIED"));
    }
}

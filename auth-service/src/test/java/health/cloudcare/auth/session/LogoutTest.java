package health.cloudcare.auth.session;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.auth.NewPerson;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.SessionRevoked;
import health.cloudcare.contracts.Topic;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;

import static health.cloudcare.auth.NewPerson.aPerson;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class LogoutTest {

    FakeProfileServices services;

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void recover() {
        services.is(FakeProfileServices.Mood.WELL);
    }

    @Test
    void endsTheSessionAndTellsTheGatewaysAndEverybodyElse() {
        Response signup = aPerson().signedUp();
        String token = signup.path("access_token");
        String session = signup.path("session_id");

        post(token, "/auth/logout").then().statusCode(200).body("success", equalTo(true));

        assertThat(redis.sortedSet(String.class).zscore(Revocations.SET, session))
                .isPresent();
        post(token, "/auth/logout").then().spec(problem(401, "SESSION_ERROR"));
        NewPerson.post("/api/v1/auth/refresh", Map.of("refresh_token", signup.path("refresh_token")))
                .then()
                .statusCode(401);
        try (KafkaRecords records = KafkaRecords.of(Topic.ACCOUNT)) {
            var record = records.await(
                    r -> EventJson.read(r.value(), SessionRevoked.class).sessionId() != null
                            && EventJson.read(r.value(), SessionRevoked.class)
                                    .sessionId()
                                    .toString()
                                    .equals(session));
            assertThat(EventJson.read(record.value(), SessionRevoked.class).reason())
                    .isEqualTo("LOGOUT");
        }
    }

    @Test
    void listsTheSessionsOfTheCallerAndEndsOneOfThem() {
        NewPerson person = aPerson();
        String phone = person.signedUp().path("session_id");
        String token = person.logIn(NewPerson.PASSWORD).path("access_token");

        given().auth()
                .oauth2(token)
                .get("/auth/sessions")
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("sessions[0].session_id", equalTo(phone))
                .body("sessions[0].login_time", notNullValue())
                .body("sessions[0].last_activity", notNullValue())
                .body("sessions[0].expires_at", notNullValue())
                .body("sessions[0].device_info", notNullValue())
                .body("sessions.is_current", contains(false, true));

        given().auth().oauth2(token).delete("/auth/sessions/" + phone).then().statusCode(200);
        given().auth().oauth2(token).delete("/auth/sessions/" + phone).then().spec(problem(404, "NOT_FOUND"));
        given().auth().oauth2(token).get("/auth/sessions").then().body("count", equalTo(1));
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        Response asha = aPerson().signedUp();
        String stranger = aPerson().signedUp().path("access_token");

        given().auth()
                .oauth2(stranger)
                .delete("/auth/sessions/" + asha.path("session_id"))
                .then()
                .spec(problem(404, "NOT_FOUND"));
        given().auth()
                .oauth2(asha.path("access_token"))
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200);
    }

    @Test
    void logsOutEverywhereAndSaysHowOften() {
        NewPerson person = aPerson();
        String first = person.signedUp().path("access_token");
        String second = person.logIn(NewPerson.PASSWORD).path("access_token");

        post(second, "/auth/logout-all").then().statusCode(200).body("sessions_ended", equalTo(2));

        given().auth().oauth2(first).get("/auth/sessions").then().spec(problem(401, "SESSION_ERROR"));
    }

    @Test
    void validatesATokenFromTheBodyOrTheHeader() {
        Response signup = aPerson().signedUp();
        String token = signup.path("access_token");

        NewPerson.post("/auth/validate-token", Map.of("token", token))
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("valid", equalTo(true))
                .body("user_id", equalTo(signup.path("user_id")))
                .body("session_id", equalTo(signup.path("session_id")))
                .body("expires_at", notNullValue());
        given().auth().oauth2(token).post("/auth/validate-token").then().statusCode(200);
        NewPerson.post("/auth/validate-token", Map.of()).then().spec(invalidField("token"));
        given().queryParam("token", token).post("/auth/validate-token").then().spec(invalidField("token"));
        NewPerson.post("/auth/validate-token", Map.of("token", "x.y.z")).then().spec(problem(401, "AUTH_FAILED"));

        post(token, "/auth/logout");
        NewPerson.post("/auth/validate-token", Map.of("token", token)).then().spec(problem(401, "SESSION_ERROR"));
    }

    @Test
    void theSetOfEndedSessionsIsWrittenAnewWhenRedisLostIt() {
        Response signup = aPerson().signedUp();
        post(signup.<String>path("access_token"), "/auth/logout");
        String session = signup.path("session_id");

        redis.key(String.class).del(Revocations.SET, Revocations.READY);

        await().until(() -> redis.key(String.class).exists(Revocations.READY));
        assertThat(redis.sortedSet(String.class).zscore(Revocations.SET, session))
                .isPresent();
    }

    @Test
    void tellsTheGatewayWhetherASessionLives() {
        Response signup = aPerson().signedUp();
        String path = "/internal/v1/sessions/" + signup.path("session_id");

        given().get(path).then().statusCode(204);
        post(signup.<String>path("access_token"), "/auth/logout");
        given().get(path).then().statusCode(404);
        given().get("/internal/v1/sessions/" + UUID.randomUUID()).then().statusCode(404);
        NewPerson.post("/internal/v1/cookie-sessions", Map.of("cookie", "unknown"))
                .then()
                .statusCode(404);
    }

    private static Response post(String token, String path) {
        return given().auth().oauth2(token).post(path);
    }
}

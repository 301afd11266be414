package health.cloudcare.gateway.session;

import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.redis.client.Redis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.cloudcare.gateway.FakeAuthSessions;
import health.cloudcare.gateway.FakeServices;
import health.cloudcare.gateway.RevocationsInRedis;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@WithBackingServices(BackingService.REDIS)
class CookieSessionTest {

    private static final String DETAIL = "/protected/user/sessionDetail";
    private static final String DELETE = "/protected/user/deleteProfile";
    private static final String SIGN_OUT = "/auth/signout";

    @Inject
    Redis redis;

    @TestHTTPResource("")
    String gateway;

    private final String cookie = FakeAuthSessions.live();

    @Test
    void goesOnWithTokenInsteadOfCookie() {
        signedIn()
                .cookie("theme", "dark")
                .get(DETAIL)
                .then()
                .statusCode(200)
                .body("headers.authorization", startsWith("Bearer ey"))
                .body("headers", not(hasKey("cookie")));
    }

    @Test
    void exchangesCookieOnce() {
        String first = signedIn().get(DETAIL).path("headers.authorization");
        String second = signedIn().get(DETAIL + "/").path("headers.authorization");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void takesBearerTokenToo() {
        String token = Tokens.systemAdmin();

        given().auth()
                .oauth2(token)
                .get(DETAIL)
                .then()
                .statusCode(200)
                .body("headers.authorization", equalTo("Bearer " + token));
    }

    @Test
    void refusesWhoeverIsNotSignedIn() {
        given().cookie("session_id", FakeAuthSessions.ended())
                .get(DETAIL)
                .then()
                .spec(problem(401, "NOT_AUTHENTICATED"));
        given().get(DETAIL).then().spec(problem(401, "NOT_AUTHENTICATED"));
        given().post(DELETE + "/").then().spec(problem(401, "NOT_AUTHENTICATED"));
        given().auth().oauth2("nonsense").get(DETAIL).then().spec(problem(401, "NOT_AUTHENTICATED"));
    }

    @Test
    void refusesSessionThatWasEndedAfterItsExchange() {
        signedIn().get(DETAIL).then().statusCode(200);

        new RevocationsInRedis(redis).end(cookie);

        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(1))
                .until(() -> signedIn().get(DETAIL).statusCode() == 401);
    }

    @Test
    void isUnavailableWhileNobodyExchangesCookies() {
        given().cookie("session_id", FakeAuthSessions.unknowable())
                .get(DETAIL)
                .then()
                .spec(problem(503, "UNAVAILABLE"))
                .header("Retry-After", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({"GET, " + DETAIL, "POST, " + DELETE, "POST, " + SIGN_OUT})
    void refusesTwoCredentials(String method, String path) {
        signedIn()
                .auth()
                .oauth2(Tokens.systemAdmin())
                .request(method, path)
                .then()
                .spec(problem(401));
        given().header("Cookie", "session_id=" + cookie + "; session_id=" + FakeAuthSessions.live())
                .request(method, path)
                .then()
                .spec(problem(401));
    }

    @ParameterizedTest
    @CsvSource({DELETE, SIGN_OUT})
    void refusesWhatPagesOfOthersStart(String path) {
        signedIn().header("Sec-Fetch-Site", "cross-site").post(path).then().spec(problem(403, "ACCESS_DENIED"));
        signedIn().header("Origin", "https://evil.example").post(path).then().statusCode(403);
        signedIn()
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", gateway.replaceAll("/$", ""))
                .post(path)
                .then()
                .statusCode(200);
        signedIn()
                .header("Sec-Fetch-Site", "same-site")
                .header("Origin", "https://app.cloudcare.example")
                .post(path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/hospitals",
        "POST, /api/v1/auth/login",
        "POST, /auth/login",
        "POST, /auth/signup/verify/42",
        "GET, /outbox"
    })
    void keepsCookieFromServicesThatNeedNone(String method, String path) {
        signedIn().request(method, path).then().statusCode(200).body("headers", not(hasKey("cookie")));
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/auth/me", "POST, /auth/logout", "GET, /auth/sessions", "GET, /admin/accounts"})
    void opensNothingElseWithCookie(String method, String path) {
        signedIn().request(method, path).then().spec(problem(401, "AUTH_FAILED"));
        signedIn()
                .auth()
                .oauth2(Tokens.systemAdmin())
                .request(method, path)
                .then()
                .statusCode(200)
                .body("headers", not(hasKey("cookie")));
    }

    @Test
    void signsOutWithWhateverCame() {
        signedIn()
                .cookie("theme", "dark")
                .post(SIGN_OUT)
                .then()
                .statusCode(200)
                .body("headers.cookie", equalTo("session_id=" + cookie))
                .body("headers", not(hasKey("authorization")));
        given().header("Authorization", "Bearer expired")
                .post(SIGN_OUT + "/")
                .then()
                .statusCode(200)
                .body("headers.authorization", equalTo("Bearer expired"));
        given().post(SIGN_OUT).then().statusCode(200);
    }

    private RequestSpecification signedIn() {
        return given().cookie("session_id", cookie);
    }
}

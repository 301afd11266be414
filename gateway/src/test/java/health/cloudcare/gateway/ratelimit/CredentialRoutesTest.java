package health.cloudcare.gateway.ratelimit;

import java.time.Clock;
import java.util.function.Function;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.gateway.FakeAuthSessions;
import health.cloudcare.gateway.FakeServices;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.notNullValue;

/** Whoever used up the attempts of the minute gets no further at any place where credentials could be guessed. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@WithBackingServices(BackingService.REDIS)
class CredentialRoutesTest {

    private static final int MORE_THAN_ALLOWED = 100_000;

    @Inject
    Redis redis;

    @BeforeEach
    void useAttemptsUp() {
        forThisMinuteAndTheNext(key -> Request.cmd(Command.SET).arg(key).arg(MORE_THAN_ALLOWED));
    }

    @AfterEach
    void giveThemBack() {
        forThisMinuteAndTheNext(key -> Request.cmd(Command.DEL).arg(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/signup/patient",
                "/api/v1/auth/signup/doctor",
                "/api/v1/auth/signup/hospital",
                "/api/v1/auth/register/patient",
                "/api/v1/auth/register",
                "/api/v1/auth/login",
                "/api/v1/auth/refresh",
                "/auth/signup",
                "/auth/signup/verify/42",
                "/auth/signup/resendotp",
                "/auth/signin",
                "/auth/signin/verify/42",
                "/auth/signin/resendotp",
                "/auth/register",
                "/auth/verify-otp",
                "/auth/login",
                "/auth/login/",
                "/auth/forgot-password",
                "/auth/reset-password",
                "/auth/generate-otp",
                "/auth/send-otp",
                "/auth/validate-token",
                "/auth/signout"
            })
    void limitsOpenCallOfAddress(String path) {
        given().post(path).then().spec(problem(429, "RATE_LIMIT")).header("Retry-After", notNullValue());
    }

    @Test
    void limitsGuessingOfCookies() {
        given().cookie("session_id", FakeAuthSessions.ended())
                .get("/protected/user/sessionDetail")
                .then()
                .spec(problem(429, "RATE_LIMIT"))
                .header("Retry-After", notNullValue());
    }

    @Test
    void letsAccountsGoOn() {
        given().auth().oauth2(Tokens.systemAdmin()).get("/auth/sessions").then().statusCode(200);
    }

    private void forThisMinuteAndTheNext(Function<String, Request> command) {
        long minute = Clock.systemUTC().instant().getEpochSecond() / 60;
        for (long window = minute; window <= minute + 1; window++) {
            redis.send(command.apply("rate:credentials:127.0.0.1:" + window))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }
}

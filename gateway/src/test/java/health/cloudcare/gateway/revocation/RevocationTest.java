package health.cloudcare.gateway.revocation;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Redis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.gateway.FakeAuthSessions;
import health.cloudcare.gateway.FakeServices;
import health.cloudcare.gateway.RevocationsInRedis;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@WithBackingServices(BackingService.REDIS)
class RevocationTest {

    private static final Duration NOTICED = Duration.ofSeconds(1);
    /** The gateway goes by what it read a second ago, and asks only then. */
    private static final Duration STALE = Duration.ofSeconds(4);

    @Inject
    Redis redis;

    @Inject
    RevocationFeed feed;

    private RevocationsInRedis announced;

    @BeforeEach
    void readyFeed() {
        announced = new RevocationsInRedis(redis);
        announced.announceAll();
        await().atMost(STALE).until(feed::isFresh);
    }

    @AfterEach
    void leaveReadyFeed() {
        announced.announceAll();
    }

    @Test
    void refusesTokenWithinSecondOfItsRevocation() {
        String session = FakeAuthSessions.live();
        String token = tokenOf(session);
        passes(token);

        announced.end(session);

        await().pollInterval(Duration.ofMillis(50)).atMost(NOTICED).until(() -> statusFor(token) == 401);
        given().auth().oauth2(token).get("/api/v1/patients/1").then().spec(problem(401, "SESSION_ERROR"));
    }

    @Test
    void asksNobodyWhileFeedIsComplete() {
        passes(tokenOf(FakeAuthSessions.unknowable()));
    }

    @Test
    void asksAuthServiceWhileFeedIsIncomplete() {
        String ended = tokenOf(FakeAuthSessions.ended());
        passes(ended);

        announced.lose();

        await().atMost(STALE).until(() -> statusFor(ended) == 401);
        passes(tokenOf(FakeAuthSessions.live()));
        given().auth()
                .oauth2(tokenOf(FakeAuthSessions.unknowable()))
                .get("/api/v1/patients/1")
                .then()
                .spec(problem(503, "UNAVAILABLE"))
                .header("Retry-After", notNullValue());

        announced.announceAll();

        await().atMost(STALE).until(() -> statusFor(ended) == 200);
    }

    @Test
    void keepsWhatItSawWhenFeedIsLost() {
        String session = FakeAuthSessions.live();
        announced.end(session);
        await().atMost(NOTICED).until(() -> feed.hasEnded(session));

        announced.lose();

        await().atMost(STALE).until(() -> !feed.isFresh());
        given().auth().oauth2(tokenOf(session)).get("/api/v1/patients/1").then().statusCode(401);
    }

    private static void passes(String token) {
        given().auth().oauth2(token).get("/api/v1/patients/1").then().statusCode(200);
    }

    private static int statusFor(String token) {
        return given().auth().oauth2(token).get("/api/v1/patients/1").statusCode();
    }

    private static String tokenOf(String session) {
        return Tokens.patientToken(UUID.randomUUID()).claim("sid", session).sign();
    }
}

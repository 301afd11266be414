package health.cloudcare.gateway.session;

import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
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

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@WithBackingServices(BackingService.REDIS)
class DeviceCredentialTest {

    private static final String SYNC = "/api/v1/wearables/sync";

    @Inject
    Redis redis;

    private final String credential = FakeAuthSessions.liveDevice();

    @ParameterizedTest
    @CsvSource({
        SYNC,
        "/api/v1/wearables/import/apple-health",
        "/api/v1/wearables/import/apple-health/batch",
        "/api/v1/wearables/import/health-connect",
        "/api/v1/wearables/import/open-mhealth"
    })
    void goesOnAsATokenWhereReadingsAreSent(String path) {
        device().post(path).then().statusCode(200).body("headers.authorization", startsWith("Bearer ey"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/wearables/metrics/comprehensive",
        "GET, /api/v1/wearables/imports",
        "POST, /api/v1/wearables/devices",
        "DELETE, /api/v1/wearables/devices/unpair/1",
        "POST, /api/v1/wearables/deletions",
        "GET, /api/v1/auth/me",
        "GET, /protected/user/sessionDetail"
    })
    void isNoTokenAnywhereElse(String method, String path) {
        device().request(method, path).then().spec(problem(401));
    }

    @Test
    void endsWithItsSession() {
        device().post(SYNC).then().statusCode(200);

        new RevocationsInRedis(redis).end(credential.replace("ccd_", ""));

        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(1))
                .until(() -> device().post(SYNC).statusCode() == 401);
        given().auth().oauth2("ccd_nobodys-ended").post(SYNC).then().spec(problem(401));
    }

    private RequestSpecification device() {
        return given().auth().oauth2(credential);
    }
}

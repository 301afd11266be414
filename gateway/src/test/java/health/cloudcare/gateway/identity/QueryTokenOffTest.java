package health.cloudcare.gateway.identity;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.gateway.FakeServices;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@WithBackingServices(BackingService.REDIS)
class QueryTokenOffTest {

    private final String token = Tokens.systemAdmin();

    @Test
    void ignoresTokenInQuery() {
        given().get("/api/v1/auth/profile?token=" + token).then().spec(problem(401, "AUTH_FAILED"));
        given().auth()
                .oauth2(token)
                .get("/api/v1/auth/profile?token=another&view=full")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/api/v1/auth/profile?view=full"))
                .body("headers.authorization", equalTo("Bearer " + token));
    }

    @Test
    void leavesRefusalOfOpenCallToItsService() {
        given().post("/auth/validate-token?token=" + token)
                .then()
                .statusCode(200)
                .body("uri", equalTo("/auth/validate-token?token=" + token))
                .body("headers", not(hasKey("authorization")));
    }
}

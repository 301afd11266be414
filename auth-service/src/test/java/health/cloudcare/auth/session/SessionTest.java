package health.cloudcare.auth.session;

import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.FakePatientService;
import health.cloudcare.auth.NewPerson;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.auth.NewPerson.aPerson;
import static health.cloudcare.auth.NewPerson.post;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakePatientService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class SessionTest {

    private static final String UNKNOWN = "unknown-token";

    FakePatientService patientService;

    @BeforeEach
    void recover() {
        patientService.is(FakePatientService.Mood.WELL);
    }

    @Test
    void tellsWhoIsSignedIn() {
        NewPerson person = aPerson();
        String token = person.signedUp().path("access_token");

        me(token)
                .then()
                .statusCode(200)
                .body("email", equalTo(person.email()))
                .body("role", equalTo("PATIENT"))
                .body("patient_id", notNullValue())
                .body("is_active", equalTo(true))
                .body("created_at", notNullValue());
        given().get("/api/v1/auth/me").then().spec(problem(401, "AUTH_FAILED"));
        me(Tokens.patient(UUID.randomUUID())).then().spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void exchangesARefreshTokenForANewPair() {
        Response signup = aPerson().signedUp();

        refresh(signup.path("refresh_token"))
                .then()
                .statusCode(200)
                .body("access_token", notNullValue())
                .body("refresh_token", not(equalTo(signup.path("refresh_token"))))
                .body("user.id", equalTo(signup.path("user.id")));
    }

    @Test
    void acceptsTheTokenAsBearerToo() {
        String token = aPerson().signedUp().path("refresh_token");

        given().contentType("application/json")
                .auth()
                .oauth2(token)
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200);
    }

    @Test
    void aRefreshTokenUsedTwiceEndsTheWholeSession() {
        String first = aPerson().signedUp().path("refresh_token");
        Response second = refresh(first);
        second.then().statusCode(200);

        refresh(first).then().spec(problem(401, "AUTH_FAILED"));

        refresh(second.path("refresh_token")).then().spec(problem(401, "AUTH_FAILED"));
        me(second.path("access_token")).then().spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void refusesWhatIsNoRefreshToken() {
        refresh(UNKNOWN).then().spec(problem(401, "AUTH_FAILED"));
        refresh("").then().spec(invalidField("refresh_token"));
        refresh(aPerson().signedUp().path("access_token")).then().spec(problem(401, "AUTH_FAILED"));
    }

    private static Response refresh(String token) {
        return post("/api/v1/auth/refresh", Map.of("refresh_token", token));
    }

    private static Response me(String token) {
        return given().auth().oauth2(token).get("/api/v1/auth/me");
    }
}

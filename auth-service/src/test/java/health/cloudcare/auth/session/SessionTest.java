package health.cloudcare.auth.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.auth.NewPerson;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.auth.NewPerson.aPerson;
import static health.cloudcare.auth.NewPerson.post;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class SessionTest {

    private static final String UNKNOWN = "unknown-token";

    FakeProfileServices services;

    @BeforeEach
    void recover() {
        services.is(FakeProfileServices.Mood.WELL);
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
        me(Tokens.patient(UUID.randomUUID())).then().spec(problem(401, "SESSION_ERROR"));
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
    void theClientWhoseAnswerGotLostGetsTheSameTokenAgain() {
        String first = aPerson().signedUp().path("refresh_token");
        String lost = refresh(first).then().statusCode(200).extract().path("refresh_token");

        Response again = refresh(first);

        again.then().statusCode(200).body("refresh_token", equalTo(lost));
        refresh(lost).then().statusCode(200);
    }

    @Test
    void aRefreshTokenThatComesBackAfterTheNextOneWasUsedEndsTheSession() {
        String first = aPerson().signedUp().path("refresh_token");
        Response second = refresh(first);
        Response third = refresh(second.path("refresh_token"));
        third.then().statusCode(200);

        refresh(first).then().spec(problem(401, "AUTH_FAILED"));

        refresh(third.path("refresh_token")).then().spec(problem(401, "AUTH_FAILED"));
        me(third.path("access_token")).then().spec(problem(401, "SESSION_ERROR"));
    }

    @Test
    void aThousandUsesOfOneRefreshTokenGiveOnePairAndEndTheSession() throws Exception {
        Response signup = aPerson().signedUp();
        String token = signup.path("refresh_token");

        List<Response> answers = atOnce(1000, () -> refresh(token));

        Set<String> pairs = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> answer.<String>path("refresh_token"))
                .collect(Collectors.toSet());
        assertThat(pairs).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200).count())
                .isLessThanOrEqualTo(2);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 401).count())
                .isGreaterThanOrEqualTo(998);
        refresh(pairs.iterator().next()).then().spec(problem(401, "AUTH_FAILED"));
        me(signup.path("access_token")).then().spec(problem(401, "SESSION_ERROR"));
    }

    @Test
    void refusesWhatIsNoRefreshToken() {
        refresh(UNKNOWN).then().spec(problem(401, "AUTH_FAILED"));
        refresh("").then().spec(invalidField("refresh_token"));
        refresh(aPerson().signedUp().path("access_token")).then().spec(problem(401, "AUTH_FAILED"));
    }

    private static List<Response> atOnce(int times, Callable<Response> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(Collections.nCopies(times, call))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static Response refresh(String token) {
        return post("/api/v1/auth/refresh", Map.of("refresh_token", token));
    }

    private static Response me(String token) {
        return given().auth().oauth2(token).get("/api/v1/auth/me");
    }
}

package health.cloudcare.auth.login;

import java.util.Locale;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.auth.FakeProfileServices;
import health.cloudcare.auth.FakeProfileServices.Mood;
import health.cloudcare.auth.NewPerson;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.auth.NewPerson.PASSWORD;
import static health.cloudcare.auth.NewPerson.aPerson;
import static health.cloudcare.auth.NewPerson.post;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(FakeProfileServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.REDIS})
class LoginTest {

    FakeProfileServices services;

    @BeforeEach
    void recover() {
        services.is(Mood.WELL);
    }

    @Test
    void signsInByEmailHoweverItIsWritten() {
        NewPerson person = aPerson();
        String account = person.signedUp().path("user.id");

        login("email", person.email().toUpperCase(Locale.ROOT), PASSWORD)
                .then()
                .statusCode(200)
                .body("user.id", equalTo(account))
                .body("user.name", equalTo("Asha Rao"))
                .body("user.aadhar_uid", hasLength(64));
    }

    @Test
    void signsInByAadhaarAsPeopleTypeIt() {
        NewPerson person = aPerson();
        String account = person.signedUp().path("user.id");
        String spaced = person.aadhaar().replaceAll("(....)(?=.)", "$1 ");

        login("aadhar", spaced, PASSWORD).then().statusCode(200).body("user.id", equalTo(account));
    }

    @Test
    void signsInByPublicIdOnTheOtherSurface() {
        NewPerson person = aPerson();
        String userId = person.signedUp().path("user_id");

        post("/auth/login", Map.of("username", userId.toLowerCase(Locale.ROOT), "password", PASSWORD))
                .then()
                .statusCode(200)
                .body("access_token", notNullValue())
                .body("token_type", equalTo("bearer"))
                .body("user_id", equalTo(userId))
                .body("user_type", equalTo("PATIENT"))
                .body("session_id", notNullValue());
        post("/auth/login", Map.of("username", person.email(), "password", PASSWORD))
                .then()
                .statusCode(200);
        post("/auth/login", Map.of("username", "nobody", "password", PASSWORD))
                .then()
                .spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void answersTheSameForAWrongPasswordAndAnUnknownAccount() {
        NewPerson person = aPerson();
        person.signedUp();

        person.logIn("another password").then().spec(problem(401, "AUTH_FAILED"));
        aPerson().logIn(PASSWORD).then().spec(problem(401, "AUTH_FAILED"));
        login("aadhar", "999941057058", PASSWORD).then().spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void refusesARoleTheAccountDoesNotHave() {
        NewPerson person = aPerson();
        person.signedUp();
        Map<String, String> asDoctor = Map.of("email", person.email(), "password", PASSWORD, "role", "doctor");
        Map<String, String> asPatient = Map.of("email", person.email(), "password", PASSWORD, "role", "patient");

        post("/api/v1/auth/login", asDoctor).then().spec(problem(403, "ACCESS_DENIED"));
        post("/api/v1/auth/login", asPatient).then().statusCode(200);
    }

    @Test
    void wantsOneIdentifierAndAPassword() {
        post("/api/v1/auth/login", Map.of("password", PASSWORD)).then().spec(problem(422, "VALIDATION_ERROR"));
        post("/api/v1/auth/login", Map.of("email", "a@b.org", "aadhar", "999941057058", "password", PASSWORD))
                .then()
                .spec(problem(422, "VALIDATION_ERROR"));
        login("email", "nobody", PASSWORD).then().spec(invalidField("email"));
        login("email", "a@b.org", "short").then().spec(problem(401, "AUTH_FAILED"));
        login("aadhar", "123456789012", PASSWORD).then().spec(invalidField("aadhar"));
    }

    @Test
    void needsThePatientSideForAadhaarOnly() {
        NewPerson person = aPerson();
        person.signedUp();
        services.is(Mood.DOWN);

        login("aadhar", person.aadhaar(), PASSWORD).then().spec(problem(503, "UNAVAILABLE"));
        person.logIn(PASSWORD).then().statusCode(200);
    }

    private static Response login(String identifier, String value, String password) {
        return post("/api/v1/auth/login", Map.of(identifier, value, "password", password));
    }
}

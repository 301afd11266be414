package health.cloudcare.servicekit;

import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(Tokens.class)
class ProblemBodyTest {

    @Test
    void answersInSnakeCaseAndIgnoresUnknownMembers() {
        post("{\"first_name\": \"Asha\", \"unheard_of\": 1}")
                .then()
                .statusCode(200)
                .body("first_name", equalTo("Asha"))
                .body("seen_at", equalTo("2025-11-19T05:50:01.236Z"));
    }

    @Test
    void namesEachInvalidMemberWithoutItsValue() {
        problem(post("{\"first_name\": \" \", \"contacts\": [{\"city_name\": \"\"}]}"), 422, "VALIDATION_ERROR")
                .body("errors.field", contains("contacts[0].city_name", "first_name"))
                .body("errors.type", hasItems("not_blank"))
                .body("error.details.validation_errors.field", hasItems("first_name"));
    }

    @Test
    void answersMalformedJsonWith422() {
        problem(post("{\"first_name\": "), 422, "VALIDATION_ERROR");
        problem(post("[]"), 422, "VALIDATION_ERROR");
        problem(post("\"Asha\""), 422, "VALIDATION_ERROR");
        problem(post("{\"first_name\": {}}"), 422, "VALIDATION_ERROR").body("errors.field", contains("first_name"));
        problem(post("{\"first_name\": \"A\\u0000\"}"), 422, "VALIDATION_ERROR")
                .body("errors.field", contains("first_name"));
    }

    @Test
    void neverRepeatsARejectedValueNorNamesOurClasses() {
        problem(post("{\"first_name\": \"Asha\", \"date_of_birth\": \"yesterday-1234\"}"), 422, "VALIDATION_ERROR")
                .body("errors.field", contains("date_of_birth"))
                .body(not(containsString("yesterday")))
                .body(not(containsString("java")));
        problem(post("{\"first_name\": \"Asha\", \"visits\": \"many\"}"), 422, "VALIDATION_ERROR")
                .body("errors.field", contains("visits"))
                .body(not(containsString("many")));
    }

    @Test
    void refusesParametersOfTheWrongFormat() {
        problem(given().get("/sample/list?days=ten"), 422, "VALIDATION_ERROR");
        problem(given().get("/sample/list?days=1000"), 422, "VALIDATION_ERROR").body("errors.field", contains("days"));
        problem(
                given().auth().oauth2(Tokens.patient(UUID.randomUUID())).get("/sample/patients/7"),
                422,
                "VALIDATION_ERROR");
    }

    @Test
    void demandsATokenUnlessTheEndpointIsOpen() {
        problem(given().get("/sample/private"), 401, "AUTH_FAILED").header("WWW-Authenticate", notNullValue());
        problem(given().auth().oauth2("not.a.token").get("/sample/private"), 401, "AUTH_FAILED");
        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID()))
                .get("/sample/private")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesACallerOfAnotherRole() {
        problem(given().auth().oauth2(Tokens.patient(UUID.randomUUID())).get("/sample/service"), 403, "ACCESS_DENIED");
    }

    @Test
    void givesTheFrameworksOwnRefusalsTheSameBody() {
        problem(given().get("/nowhere"), 404, "NOT_FOUND");
        problem(given().get("/sample/nowhere"), 404, "NOT_FOUND");
        problem(given().delete("/sample/list"), 405, "METHOD_NOT_ALLOWED");
        problem(given().contentType("text/plain").body("x").post("/sample"), 415, "UNSUPPORTED_MEDIA_TYPE");
        problem(post("{\"first_name\": \"" + "x".repeat(30_000) + "\"}"), 413, "TOO_LARGE");
    }

    @Test
    void hidesWhatWentWrongInsideBehindAnErrorId() {
        problem(given().get("/sample/broken"), 500, "INTERNAL_ERROR")
                .body(not(containsString("1234")))
                .body(not(containsString("Exception")));
    }

    @Test
    void keepsTheDetailAndExtensionsOfOurOwnProblems() {
        problem(given().get("/sample/conflict"), 409, "CONFLICT")
                .body("detail", equalTo("Taken."))
                .body("message", equalTo("Taken."))
                .body("type", equalTo("urn:cloudcare:problem:conflict"))
                .body("hint", equalTo("choose another"));
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/sample");
    }

    private static ValidatableResponse problem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", notNullValue())
                .body("status", equalTo(status))
                .body("success", equalTo(false))
                .body("detail", instanceOf(String.class))
                .body("message", instanceOf(String.class))
                .body("error_code", equalTo(code))
                .body("error_id", notNullValue())
                .body("timestamp", endsWith("Z"))
                .body("errors", notNullValue())
                .body("error.code", equalTo(code));
    }
}

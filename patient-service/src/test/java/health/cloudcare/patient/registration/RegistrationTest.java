package health.cloudcare.patient.registration;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import health.cloudcare.patient.NewPatient;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static health.cloudcare.testkit.problem.ProblemMatchers.withoutEchoOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class RegistrationTest {

    @Test
    void answersWithTheUidAndTheSameAgainWhenRepeated() {
        NewPatient patient = aPatient();

        String uid = patient.register()
                .then()
                .statusCode(200)
                .body("aadhar_uid", matchesPattern("[0-9a-f]{64}"))
                .extract()
                .path("aadhar_uid");

        patient.register().then().statusCode(200).body("aadhar_uid", equalTo(uid));
    }

    @Test
    void rejectsSecondPatientWithSameAadhaar() {
        NewPatient first = aPatient().registered();

        first.again().register().then().spec(problem(409, "AADHAAR_ALREADY_REGISTERED"));
    }

    @Test
    void letsOnlyOneOfTwoSimultaneousRegistrationsOfOneAadhaarThrough() {
        NewPatient first = aPatient();

        List<Integer> statuses = Stream.of(first, first.again(), first.again(), first.again())
                .map(attempt ->
                        CompletableFuture.supplyAsync(() -> attempt.register().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 409, 409, 409);
    }

    @Test
    void refusesAnAadhaarNumberWithAWrongCheckDigitWithoutRepeatingIt() {
        aPatient()
                .with("aadhar_number", "123456789012")
                .register()
                .then()
                .spec(invalidField("aadhar_number"))
                .body(withoutEchoOf("123456789012"));
    }

    @Test
    void namesTheFieldsThatAreMissingOrWrong() {
        aPatient().without("first_name").register().then().spec(invalidField("first_name"));
        aPatient().with("gender", "unheard of").register().then().spec(invalidField("gender"));
        aPatient().with("blood_group", "Z+").register().then().spec(invalidField("blood_group"));
        aPatient().with("date_of_birth", "05/04/1990").register().then().spec(invalidField("date_of_birth"));
        aPatient().with("time_zone", "Asia/Nowhere").register().then().spec(invalidField("time_zone"));
        aPatient().with("time_zone", "+05:30").register().then().spec(invalidField("time_zone"));
    }

    @Test
    void cancellingFreesTheAadhaarNumberAndRefusesALateRegistration() {
        NewPatient patient = aPatient().registered();

        patient.cancel().then().statusCode(200).body("success", equalTo(true));
        patient.cancel().then().statusCode(200);

        patient.register().then().spec(problem(409, "REGISTRATION_CANCELLED"));
        patient.again().registered();
    }

    @Test
    void aRegistrationThatArrivesAfterItsCancellationLeavesNothingBehind() {
        NewPatient patient = aPatient();
        patient.cancel().then().statusCode(200);

        patient.register().then().spec(problem(409, "REGISTRATION_CANCELLED"));

        patient.profile().then().spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void findsTheAccountOfAnAadhaarNumberForSigningIn() {
        NewPatient patient = aPatient().registered();

        signIn(patient.aadhaar())
                .then()
                .statusCode(200)
                .body("account_id", equalTo(patient.accountId().toString()));
        signIn(aPatient().aadhaar()).then().spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void isClosedToEverybodyButServices() {
        String path = "/internal/v1/patients/" + UUID.randomUUID();

        given().delete(path).then().spec(problem(401, "UNAUTHENTICATED"));
        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID()))
                .delete(path)
                .then()
                .spec(problem(403, "FORBIDDEN"));
        given().auth()
                .oauth2(Tokens.systemAdmin())
                .contentType(ContentType.JSON)
                .body(Map.of("aadhar_number", "999941057058"))
                .post("/internal/v1/aadhaar-sign-ins")
                .then()
                .spec(problem(403, "FORBIDDEN"));
    }

    private static io.restassured.response.Response signIn(String aadhaar) {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.JSON)
                .body(Map.of("aadhar_number", aadhaar))
                .post("/internal/v1/aadhaar-sign-ins");
    }
}

package health.cloudcare.patient.registration;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
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
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class RegistrationTest {

    /** The common pool would take them one after the other on few cores. */
    private static final Executor AT_ONCE = task -> new Thread(task, "at once").start();

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
        NewPatient first = aPatient().provisional();

        first.again().register().then().spec(problem(409, "AADHAAR_ALREADY_REGISTERED"));
    }

    @Test
    void letsOnlyOneOfTwoSimultaneousRegistrationsOfOneAadhaarThrough() {
        NewPatient first = aPatient();

        List<String> outcomes = Stream.of(first, first.again(), first.again(), first.again())
                .map(attempt -> CompletableFuture.supplyAsync(() -> outcome(attempt.register()), AT_ONCE))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        String refused = "409 AADHAAR_ALREADY_REGISTERED";
        assertThat(outcomes).containsExactly("200 null", refused, refused, refused);
    }

    @Test
    void doesNotBlameTheAadhaarNumberWhenTheAccountHasAPatientAlready() {
        NewPatient first = aPatient().knownOnlyBy("first_name").provisional();

        NewPatient second = aPatient().with("account_id", first.accountId());

        second.register().then().spec(problem(409, "CONFLICT"));
        second.without("aadhar_number").register().then().spec(problem(409, "CONFLICT"));
    }

    @Test
    void takesAPersonOfWhomLittleIsKnownAsOftenAsAsked() {
        NewPatient patient = aPatient().knownOnlyBy("first_name", "phone_primary");

        patient.register().then().statusCode(200).body("aadhar_uid", nullValue());
        patient.register().then().statusCode(200).body("aadhar_uid", nullValue());
        patient.with("aadhar_number", patient.aadhaar()).register().then().spec(problem(409, "CONFLICT"));
        aPatient().knownOnlyBy("first_name", "email").provisional();
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
        aPatient().with("first_name", " ").register().then().spec(invalidField("first_name"));
        aPatient().without("account_id").register().then().spec(invalidField("account_id"));
        aPatient().with("email", "asha at home").register().then().spec(invalidField("email"));
        aPatient().with("phone_primary", "call me").register().then().spec(invalidField("phone_primary"));
        aPatient().with("date_of_birth", "2190-04-05").register().then().spec(invalidField("date_of_birth"));
        aPatient().with("is_pregnant", "maybe").register().then().spec(invalidField("is_pregnant"));
        aPatient().with("gender", "unheard of").register().then().spec(invalidField("gender"));
        aPatient().with("blood_group", "Z+").register().then().spec(invalidField("blood_group"));
        aPatient().with("date_of_birth", "05/04/1990").register().then().spec(invalidField("date_of_birth"));
        aPatient().with("time_zone", "Asia/Nowhere").register().then().spec(invalidField("time_zone"));
        aPatient().with("time_zone", "+05:30").register().then().spec(invalidField("time_zone"));
    }

    @Test
    void cancellingFreesTheAadhaarNumberAndRefusesALateRegistration() {
        NewPatient patient = aPatient().provisional();

        patient.cancel().then().statusCode(200).body("success", equalTo(true));
        patient.cancel().then().statusCode(200);

        patient.register().then().spec(problem(409, "REGISTRATION_CANCELLED"));
        patient.again().provisional();
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

        patient.signInByAadhaar()
                .then()
                .statusCode(200)
                .body("account_id", equalTo(patient.accountId().toString()));
        aPatient().signInByAadhaar().then().spec(problem(404, "NOT_FOUND"));
        aPatient().provisional().signInByAadhaar().then().statusCode(200);
    }

    @Test
    void isClosedToEverybodyButServices() {
        String path = "/internal/v1/patients/" + UUID.randomUUID();

        given().delete(path).then().spec(problem(401, "AUTH_FAILED"));
        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID()))
                .delete(path)
                .then()
                .spec(problem(403, "ACCESS_DENIED"));
        given().auth()
                .oauth2(Tokens.systemAdmin())
                .contentType(ContentType.JSON)
                .body(Map.of("aadhar_number", "999941057058"))
                .post("/internal/v1/aadhaar-sign-ins")
                .then()
                .spec(problem(403, "ACCESS_DENIED"));
    }

    private static String outcome(Response response) {
        return response.statusCode() + " " + response.path("error_code");
    }
}

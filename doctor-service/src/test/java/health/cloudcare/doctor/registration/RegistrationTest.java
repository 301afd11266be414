package health.cloudcare.doctor.registration;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import health.cloudcare.doctor.DoctorTables;
import health.cloudcare.doctor.NewDoctor;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.doctor.NewDoctor.aDoctor;
import static health.cloudcare.doctor.NewDoctor.aDoctorWithANameOnly;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static health.cloudcare.testkit.problem.ProblemMatchers.withoutEchoOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class RegistrationTest {

    /** The common pool would take them one after the other on few cores. */
    private static final Executor AT_ONCE = task -> new Thread(task, "at once").start();

    @Inject
    DoctorTables tables;

    @Test
    void keepsWhatTheDoctorSaidAndAnswersTheSameAgainWhenRepeated() {
        NewDoctor doctor = aDoctor()
                .with("title", "Prof. Dr.")
                .with("gender", "female")
                .with("languages", List.of("Kannada", "English"))
                .with("languages_spoken", List.of("English", "Tamil"))
                .with("available_for_emergency", true)
                .with("bio", "Twelve years of hearts.")
                .with("clinic_address", "4 Residency Road");

        doctor.register()
                .then()
                .statusCode(200)
                .body("doctor_id", equalTo(doctor.doctorId().toString()));
        doctor.registered();

        assertThat(tables.doctor(doctor.doctorId()))
                .containsEntry("status", "PROVISIONAL")
                .containsEntry("account_id", doctor.accountId())
                .containsEntry("title", "Prof. Dr.")
                .containsEntry("gender", "FEMALE")
                .containsEntry("medical_license_no", doctor.license())
                .containsEntry("registration_year", 2013)
                .containsEntry("specialization", "Cardiology")
                .containsEntry("qualifications", List.of("MBBS", "MD"))
                .containsEntry("experience_years", 12)
                .containsEntry("languages", List.of("Kannada", "English", "Tamil"))
                .containsEntry("consultation_fee", new BigDecimal("750.50"))
                .containsEntry("available_for_emergency", true)
                .containsEntry("telemedicine_enabled", false)
                .containsEntry("bio", "Twelve years of hearts.")
                .containsEntry("clinic_address", "4 Residency Road")
                .doesNotContainKey("verified_at");
        assertThat(tables.affiliation(doctor.doctorId()))
                .containsEntry("hospital_id", doctor.hospitalId())
                .containsEntry("hospital_code", "hc-b2631d")
                .containsEntry("is_primary", true)
                .containsEntry("standing", "CLAIMED")
                .containsKey("joined_at");
    }

    @Test
    void needsNoMoreThanANameAndFillsInTheDocumentedDefaults() {
        NewDoctor doctor = aDoctorWithANameOnly().with("title", "  ").registered();

        assertThat(tables.doctor(doctor.doctorId()))
                .containsEntry("title", "Dr.")
                .containsEntry("country", "India")
                .containsEntry("experience_years", 0)
                .containsEntry("qualifications", List.of())
                .doesNotContainKeys("medical_license_no", "last_name", "consultation_fee");
        assertThat(tables.affiliation(doctor.doctorId())).isEmpty();
    }

    @Test
    void letsAnyNumberOfDoctorsRegisterWithoutALicence() {
        aDoctor().without("medical_license_no").registered();
        aDoctor().with("medical_license_no", " ").registered();
    }

    @Test
    void rejectsSecondDoctorWithSameLicenceHoweverItIsTyped() {
        NewDoctor first = aDoctor().registered();

        NewDoctor second =
                first.again().with("medical_license_no", "  " + first.license().toLowerCase() + " ");

        second.register()
                .then()
                .spec(problem(409, "LICENSE_ALREADY_REGISTERED"))
                .body(withoutEchoOf(first.license()));
    }

    @Test
    void refusesAnIdOrAnAccountThatBelongsToAnother() {
        NewDoctor doctor = aDoctor().registered();

        doctor.with("account_id", UUID.randomUUID()).register().then().spec(problem(409, "CONFLICT"));
        doctor.with("medical_license_no", "KMC-" + UUID.randomUUID())
                .register()
                .then()
                .spec(problem(409, "CONFLICT"));
        aDoctor().with("account_id", doctor.accountId()).register().then().spec(problem(409, "CONFLICT"));
    }

    @Test
    void letsOnlyOneOfTwoSimultaneousRegistrationsOfOneLicenceThrough() {
        NewDoctor first = aDoctor();

        List<Integer> statuses = Stream.of(first, first.again(), first.again(), first.again())
                .map(attempt ->
                        CompletableFuture.supplyAsync(() -> attempt.register().statusCode(), AT_ONCE))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 409, 409, 409);
    }

    @Test
    void namesTheFieldsThatAreMissingOrWrong() {
        aDoctor().without("account_id").register().then().spec(invalidField("account_id"));
        aDoctor().with("first_name", " ").register().then().spec(invalidField("first_name"));
        aDoctor().with("medical_license_no", "K-12").register().then().spec(invalidField("medical_license_no"));
        aDoctor().with("experience_years", 81).register().then().spec(invalidField("experience_years"));
        aDoctor().with("experience_years", -1).register().then().spec(invalidField("experience_years"));
        aDoctor().with("consultation_fee", -0.5).register().then().spec(invalidField("consultation_fee"));
        aDoctor().with("registration_year", 1929).register().then().spec(invalidField("registration_year"));
        aDoctor().with("registration_year", 9999).register().then().spec(invalidField("registration_year"));
        aDoctor().with("phone_primary", "call me").register().then().spec(invalidField("phone_primary"));
        aDoctor().with("gender", "unheard of").register().then().spec(invalidField("gender"));
        aDoctor().with("qualifications", List.of("")).register().then().spec(invalidField("qualifications[0]"));
        aDoctor().without("hospital_id").register().then().spec(invalidField("hospital_id"));
    }

    @Test
    void refusesARequestWithoutABody() {
        given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.JSON)
                .put(aDoctor().path())
                .then()
                .spec(problem(422));
    }

    @Test
    void cancellingFreesTheLicenceAndRefusesALateRegistration() {
        NewDoctor doctor = aDoctor().registered();

        doctor.cancel().then().statusCode(200).body("success", equalTo(true));
        doctor.cancel().then().statusCode(200);

        doctor.register().then().spec(problem(409, "REGISTRATION_CANCELLED"));
        assertThat(tables.doctor(doctor.doctorId())).isEmpty();
        assertThat(tables.affiliation(doctor.doctorId())).isEmpty();
        doctor.again().registered();
    }

    @Test
    void aRegistrationThatArrivesAfterItsCancellationLeavesNothingBehind() {
        NewDoctor doctor = aDoctor();
        doctor.cancel().then().statusCode(200);

        doctor.register().then().spec(problem(409, "REGISTRATION_CANCELLED"));

        assertThat(tables.doctor(doctor.doctorId())).isEmpty();
    }

    @Test
    void isClosedToEverybodyButServices() {
        String path = aDoctor().path();

        given().delete(path).then().spec(problem(401, "AUTH_FAILED"));
        given().contentType(ContentType.JSON)
                .body(aDoctor().body())
                .put(path)
                .then()
                .spec(problem(401, "AUTH_FAILED"));
        for (String token :
                List.of(Tokens.patient(UUID.randomUUID()), Tokens.doctor(UUID.randomUUID()), Tokens.systemAdmin())) {
            given().auth().oauth2(token).delete(path).then().spec(problem(403, "ACCESS_DENIED"));
            given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body(aDoctor().body())
                    .put(path)
                    .then()
                    .spec(problem(403, "ACCESS_DENIED"));
        }
    }
}

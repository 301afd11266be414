package health.cloudcare.hospital.registration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.cloudcare.hospital.HospitalTables;
import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.hospital.NewHospital.aHospital;
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

    /** The common pool would take them one after the other on few cores. */
    private static final Executor AT_ONCE = task -> new Thread(task, "at once").start();

    @Inject
    HospitalTables tables;

    @Test
    void answersWithACodeAndTheSameAgainWhenRepeated() {
        NewHospital hospital = aHospital();

        String code = hospital.register()
                .then()
                .statusCode(200)
                .body("hospital_id", equalTo(hospital.hospitalId().toString()))
                .body("hospital_code", matchesPattern("HC-[A-Z0-9]{6}"))
                .extract()
                .path("hospital_code");

        assertThat(hospital.registeredCode()).isEqualTo(code);
    }

    @Test
    void keepsWhatTheHospitalSaid() {
        NewHospital hospital = aHospital()
                .with("accreditations", List.of("NABH"))
                .with("accreditation", "JCI")
                .with("phone_emergency", "108")
                .with("website", "www.hospital.example")
                .with("latitude", 12.3)
                .with("longitude", 76.6)
                .with("has_emergency", false)
                .with("has_lab", true)
                .registered();

        assertThat(tables.hospital(hospital.hospitalId()))
                .containsEntry("status", "PROVISIONAL")
                .containsEntry("account_id", hospital.accountId())
                .containsEntry("name", hospital.name())
                .containsEntry("facility_type", "GENERAL_HOSPITAL")
                .containsEntry("registration_no", hospital.text("registration_no"))
                .containsEntry("license_no", hospital.text("license_no"))
                .containsEntry("accreditations", List.of("NABH", "JCI"))
                .containsEntry("specializations", List.of("Cardiology"))
                .containsEntry("phone_emergency", "108")
                .containsEntry("website", "www.hospital.example")
                .containsEntry("latitude", 12.3)
                .containsEntry("longitude", 76.6)
                .containsEntry("total_beds", 120)
                .containsEntry("available_beds", 120)
                .containsEntry("icu_beds", 12)
                .containsEntry("has_emergency", false)
                .containsEntry("has_lab", true)
                .doesNotContainKey("verified_at");
    }

    @Test
    void fillsInTheDocumentedDefaults() {
        NewHospital hospital = aHospital()
                .without("facility_type", "total_beds", "icu_beds", "specializations", "registration_no", "license_no")
                .with("license_no", " ")
                .registered();

        assertThat(tables.hospital(hospital.hospitalId()))
                .containsEntry("country", "India")
                .containsEntry("total_beds", 0)
                .containsEntry("available_beds", 0)
                .containsEntry("icu_beds", 0)
                .containsEntry("emergency_beds", 0)
                .containsEntry("operation_theatres", 0)
                .containsEntry("specializations", List.of())
                .containsEntry("accreditations", List.of())
                .containsEntry("has_emergency", true)
                .containsEntry("has_ambulance", false)
                .containsEntry("has_pharmacy", false)
                .containsEntry("has_lab", false)
                .containsEntry("has_blood_bank", false)
                .containsEntry("telemedicine_enabled", false)
                .doesNotContainKeys("registration_no", "license_no", "facility_type");
    }

    @ParameterizedTest
    @CsvSource({
        "registration_no, license_no,      REGISTRATION_NO_ALREADY_REGISTERED",
        "license_no,      registration_no, LICENSE_NO_ALREADY_REGISTERED"
    })
    void rejectsSecondHospitalWithSameNumberHoweverItIsTyped(String same, String other, String errorCode) {
        NewHospital first = aHospital().registered();
        String typed = "  " + first.text(same).toLowerCase(Locale.ROOT) + " ";

        NewHospital second = first.again().without(other).with(same, typed);

        second.register().then().spec(problem(409, errorCode)).body(withoutEchoOf(first.text(same)));
    }

    @Test
    void refusesAnIdOrAnAccountThatBelongsToAnother() {
        NewHospital hospital = aHospital().registered();

        hospital.with("account_id", UUID.randomUUID()).register().then().spec(problem(409, "CONFLICT"));
        hospital.without("license_no").register().then().spec(problem(409, "CONFLICT"));
        aHospital().with("account_id", hospital.accountId()).register().then().spec(problem(409, "CONFLICT"));
    }

    @Test
    void letsOnlyOneOfTwoSimultaneousRegistrationsOfOneLicenceThrough() {
        NewHospital first = aHospital().without("registration_no");

        List<Integer> statuses =
                atOnce(Stream.of(first, first.again(), first.again(), first.again()), attempt -> attempt.register()
                        .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void givesHospitalsThatRegisterAtOnceCodesOfTheirOwn() {
        List<String> codes = atOnce(Stream.generate(NewHospital::aHospital).limit(24), NewHospital::registeredCode);

        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("HC-[A-Z0-9]{6}"));
    }

    @Test
    void theSameRegistrationSentSeveralTimesAtOnceGetsOneCode() {
        NewHospital hospital = aHospital();

        List<String> codes = atOnce(Stream.generate(() -> hospital).limit(8), NewHospital::registeredCode);

        assertThat(codes).containsOnly(hospital.registeredCode());
    }

    @Test
    void namesTheFieldsThatAreMissingOrWrong() {
        for (String required :
                List.of("account_id", "name", "phone_primary", "address_line1", "city", "state", "postal_code")) {
            aHospital().without(required).register().then().spec(invalidField(required));
        }
        Map.<String, Object>of(
                        "name",
                        " ab ",
                        "facility_type",
                        "CASTLE",
                        "total_beds",
                        -1,
                        "icu_beds",
                        20_001,
                        "operation_theatres",
                        1_001,
                        "latitude",
                        90.5,
                        "longitude",
                        -181,
                        "website",
                        "javascript:alert(1)",
                        "phone_emergency",
                        "call us",
                        "email",
                        "nobody")
                .forEach((field, value) ->
                        aHospital().with(field, value).register().then().spec(invalidField(field)));
        aHospital().with("specializations", List.of("")).register().then().spec(invalidField("specializations[0]"));
    }

    @Test
    void cancellingFreesTheNumbersAndRefusesALateRegistration() {
        NewHospital hospital = aHospital().registered();

        hospital.cancel().then().statusCode(200).body("success", equalTo(true));
        hospital.cancel().then().statusCode(200);

        hospital.register().then().spec(problem(409, "REGISTRATION_CANCELLED"));
        assertThat(tables.hospital(hospital.hospitalId())).isEmpty();
        hospital.again().registered();
    }

    @Test
    void aRegistrationThatArrivesAfterItsCancellationLeavesNothingBehind() {
        NewHospital hospital = aHospital();
        hospital.cancel().then().statusCode(200);

        hospital.register().then().spec(problem(409, "REGISTRATION_CANCELLED"));

        assertThat(tables.hospital(hospital.hospitalId())).isEmpty();
    }

    @Test
    void isClosedToEverybodyButServices() {
        String path = aHospital().path();

        given().delete(path).then().spec(problem(401, "AUTH_FAILED"));
        given().contentType(ContentType.JSON)
                .body(aHospital().body())
                .put(path)
                .then()
                .spec(problem(401, "AUTH_FAILED"));
        for (String token : List.of(
                Tokens.patient(UUID.randomUUID()), Tokens.hospitalAdmin(UUID.randomUUID()), Tokens.systemAdmin())) {
            given().auth().oauth2(token).delete(path).then().spec(problem(403, "ACCESS_DENIED"));
            given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body(aHospital().body())
                    .put(path)
                    .then()
                    .spec(problem(403, "ACCESS_DENIED"));
        }
    }

    private static <T> List<T> atOnce(Stream<NewHospital> hospitals, Function<NewHospital, T> call) {
        return hospitals
                .map(hospital -> CompletableFuture.supplyAsync(() -> call.apply(hospital), AT_ONCE))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }
}

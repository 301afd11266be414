package health.cloudcare.doctor.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.DoctorProfileUpdated;
import health.cloudcare.contracts.Topic;
import health.cloudcare.doctor.NewDoctor;
import health.cloudcare.doctor.RegisteredDoctors;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.doctor.NewDoctor.aDoctor;
import static health.cloudcare.doctor.NewDoctor.aDoctorWithANameOnly;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class DoctorProfileTest {

    @Inject
    RegisteredDoctors doctors;

    @Test
    void hasEveryDocumentedMemberAlsoWhereLittleIsKnown() {
        NewDoctor doctor = aDoctor().registered();
        var profile = as(doctor).get(path(doctor)).then().statusCode(200).header("ETag", notNullValue());
        for (String member : List.of(
                "id",
                "user_id",
                "specialization",
                "created_at",
                "first_name",
                "middle_name",
                "last_name",
                "title",
                "sub_specialization",
                "medical_license_no",
                "phone_primary",
                "email_professional",
                "city",
                "state",
                "qualifications",
                "experience_years")) {
            profile.body("$", hasKey(member));
        }
        profile.body("user_id", equalTo(doctor.accountId().toString()))
                .body("qualifications", equalTo("[\"MBBS\",\"MD\"]"))
                .body("experience_years", equalTo(12));

        NewDoctor little = aDoctorWithANameOnly().registered();
        as(little).get(path(little)).then().statusCode(200).body("specialization", equalTo(""));
    }

    @Test
    void aChangeReplacesWhatItNamesAndLeavesTheRest() {
        NewDoctor doctor = doctors.verifiedDoctor(aDoctor());
        String tag = as(doctor).get(path(doctor)).header("ETag");
        Map<String, Object> change = new HashMap<>();
        change.put("specialization", "Neurology");
        change.put("phone_primary", "+919812345678");
        change.put("bio", "Nerves.");
        change.put("medical_license_no", "MINE-1");

        as(doctor)
                .header("If-Match", tag)
                .body(change)
                .post(path(doctor))
                .then()
                .statusCode(200)
                .body("specialization", equalTo("Neurology"))
                .body("bio", equalTo("Nerves."))
                .body("first_name", equalTo("Meera"))
                .body("medical_license_no", equalTo(doctor.license()));

        as(doctor)
                .header("If-Match", tag)
                .body(change)
                .post(path(doctor))
                .then()
                .spec(problem(412, "PRECONDITION_FAILED"));
        change.put("bio", null);
        as(doctor).body(change).post(path(doctor)).then().body("bio", equalTo(null));
        change.put("first_name", null);
        as(doctor).body(change).post(path(doctor)).then().spec(problem(422));
        as(doctor)
                .body(Map.of("phone_primary", "call me"))
                .post(path(doctor))
                .then()
                .spec(invalidField("phone_primary"));
        as(doctor)
                .body(Map.of("experience_years", "many"))
                .post(path(doctor))
                .then()
                .spec(invalidField("experience_years"));
        as(doctor)
                .body(Map.of("account_id", UUID.randomUUID()))
                .post(path(doctor))
                .then()
                .spec(problem(400));
        try (KafkaRecords records = KafkaRecords.of(Topic.DOCTOR)) {
            assertThat(records.await(withKey(doctor.doctorId().toString()).and(withType(DoctorProfileUpdated.TYPE)), 2))
                    .hasSize(2);
        }
    }

    @Test
    void whatIsBlankIsNotGivenAsAtSignup() {
        NewDoctor doctor = aDoctor().registered();
        Map<String, Object> change = Map.of(
                "first_name", "  Asha ",
                "last_name", "   ",
                "phone_primary", " ",
                "city", " Mysuru ",
                "languages", List.of(" Kannada ", "English"));

        as(doctor)
                .body(change)
                .post(path(doctor))
                .then()
                .statusCode(200)
                .body("first_name", equalTo("Asha"))
                .body("last_name", equalTo(null))
                .body("phone_primary", equalTo(null))
                .body("city", equalTo("Mysuru"))
                .body("languages", equalTo(List.of("Kannada", "English")));
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("languages", null);
        as(doctor).body(nothing).post(path(doctor)).then().body("languages", equalTo(List.of()));
        as(doctor).body(Map.of("first_name", " ")).post(path(doctor)).then().spec(invalidField("first_name"));
        as(doctor)
                .body(Map.of("languages", List.of(" ")))
                .post(path(doctor))
                .then()
                .spec(invalidField("languages[0]"));
    }

    @Test
    void isTheDoctorsAlone() {
        NewDoctor doctor = aDoctor().registered();
        for (String token : List.of(
                Tokens.doctor(UUID.randomUUID()),
                Tokens.patient(UUID.randomUUID()),
                Tokens.hospitalAdmin(doctor.hospitalId()),
                Tokens.systemAdmin())) {
            as(token).get(path(doctor)).then().spec(problem(403, "ACCESS_DENIED"));
            as(token).body(Map.of("bio", "x")).post(path(doctor)).then().spec(problem(403, "ACCESS_DENIED"));
        }
        given().get(path(doctor)).then().spec(problem(401));
        UUID unknown = UUID.randomUUID();
        as(Tokens.doctor(unknown))
                .get("/api/v1/doctors/" + unknown + "/profile")
                .then()
                .spec(problem(404));
    }

    private static RequestSpecification as(NewDoctor doctor) {
        return as(Tokens.doctor(doctor.doctorId()));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String path(NewDoctor doctor) {
        return "/api/v1/doctors/" + doctor.doctorId() + "/profile";
    }
}

package health.cloudcare.patient.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientProfileUpdated;
import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class ProfileUpdateTest {

    private final NewPatient patient = aPatient();

    @Test
    void changesWhatIsNamedInTheFlatShapeAndLeavesTheRest() {
        patient.registered();
        Map<String, Object> change = new HashMap<>();
        change.put("weight_kg", 61.5);
        change.put("height_cm", null);
        change.put("allergies", List.of("Peanuts", "Dust"));
        change.put("blood_group", "ab-");
        change.put("time_zone", "Asia/Kathmandu");
        change.put("occupation", "Teacher");
        change.put("aadhar_uid", "0".repeat(64));

        as(patient)
                .body(change)
                .post(path())
                .then()
                .statusCode(200)
                .body("message", equalTo("Profile updated"))
                .body("weight_kg", equalTo(61.5f))
                .body("height_cm", nullValue())
                .body("allergies", contains("Peanuts", "Dust"))
                .body("blood_group", equalTo("AB_NEGATIVE"))
                .body("first_name", equalTo("Asha"))
                .body("patient.occupation", equalTo("Teacher"))
                .body("time_zone", equalTo("Asia/Kathmandu"));

        try (KafkaRecords records = KafkaRecords.of(Topic.PATIENT)) {
            var told = records.await(withKey(patient.patientId().toString()).and(withType(PatientProfileUpdated.TYPE)));
            assertThat(EventJson.read(told.value(), PatientProfileUpdated.class).timeZone())
                    .isEqualTo("Asia/Kathmandu");
        }
    }

    @Test
    void takesTheAppsShapeApart() {
        patient.registered();

        as(patient)
                .body(Map.of(
                        "name", "Asha Devi  Kumari Rao",
                        "age", 12,
                        "blood_type", "B+",
                        "contact", "+919800000001",
                        "family_contact", "Sita Rao (Mother) - +919800000002",
                        "address", "7 Park Street",
                        "insurance_id", "POL-9"))
                .post(path())
                .then()
                .statusCode(200)
                .body("first_name", equalTo("Asha"))
                .body("middle_name", equalTo("Devi Kumari"))
                .body("last_name", equalTo("Rao"))
                .body("patient.name", equalTo("Asha Devi Kumari Rao"))
                .body("patient.blood_type", equalTo("B+"))
                .body("patient.contact", equalTo("+919800000001"))
                .body("patient.family_contact", equalTo("Sita Rao (Mother) - +919800000002"))
                .body("address_line1", equalTo("7 Park Street"))
                .body("city", equalTo("Bengaluru"))
                .body("patient.insurance_id", equalTo("POL-9"));
        // the address as it is shown changes nothing
        String shown = patient.profile().path("patient.address");
        as(patient)
                .body(Map.of("address", shown, "occupation", "Nurse"))
                .post(path())
                .then()
                .body("address_line1", equalTo("7 Park Street"))
                .body("patient.occupation", equalTo("Nurse"));
    }

    @Test
    void ofTwoWhoChangeTheSameTheSecondIsTold() {
        patient.registered();
        String tag = patient.profile().header("ETag");

        as(patient)
                .header("If-Match", tag)
                .body(Map.of("weight_kg", 60))
                .post(path())
                .then()
                .statusCode(200);

        as(patient)
                .header("If-Match", tag)
                .body(Map.of("weight_kg", 61))
                .post(path())
                .then()
                .spec(problem(412, "PRECONDITION_FAILED"));
        patient.profile().then().body("weight_kg", equalTo(60.0f));
    }

    @Test
    void badInputChangesNothing() {
        patient.registered();

        as(patient).body(Map.of()).post(path()).then().spec(problem(400));
        as(patient)
                .body(Map.of("patient_id", UUID.randomUUID()))
                .post(path())
                .then()
                .spec(problem(400));
        as(patient)
                .body(Map.of("email", "no address", "weight_kg", 99))
                .post(path())
                .then()
                .spec(invalidField("email"));
        as(patient).body(Map.of("weight_kg", "heavy")).post(path()).then().spec(invalidField("weight_kg"));
        as(patient)
                .body(Map.of("date_of_birth", "2999-01-01"))
                .post(path())
                .then()
                .spec(invalidField("date_of_birth"));
        as(patient).body(Map.of("time_zone", "+05:30")).post(path()).then().spec(problem(422));
        Map<String, Object> nameless = new HashMap<>();
        nameless.put("first_name", null);
        as(patient).body(nameless).post(path()).then().spec(invalidField("first_name"));
        as(patient).body("[]").post(path()).then().spec(problem(422));
        patient.profile().then().body("first_name", equalTo("Asha")).body("weight_kg", nullValue());
    }

    @Test
    void isThePatientsAlone() {
        patient.registered();
        for (String token :
                List.of(Tokens.patient(UUID.randomUUID()), Tokens.doctor(UUID.randomUUID()), Tokens.systemAdmin())) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(Map.of("weight_kg", 60))
                    .post(path())
                    .then()
                    .spec(problem(403, "ACCESS_DENIED"));
        }
        given().contentType("application/json")
                .body(Map.of("weight_kg", 60))
                .post(path())
                .then()
                .spec(problem(401));
    }

    private String path() {
        return "/api/v1/patients/" + patient.patientId() + "/profile";
    }

    private static RequestSpecification as(NewPatient patient) {
        return given().auth()
                .oauth2(Tokens.patient(patient.accountId(), patient.patientId()))
                .contentType("application/json");
    }
}

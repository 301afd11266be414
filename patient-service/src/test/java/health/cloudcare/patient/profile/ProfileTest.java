package health.cloudcare.patient.profile;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasLength;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class ProfileTest {

    @Test
    void servesBothDocumentedShapesInOne() {
        NewPatient patient = aPatient().registered();

        patient.profile()
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("id", equalTo(patient.patientId().toString()))
                .body("first_name", equalTo("Asha"))
                .body("date_of_birth", equalTo("1990-04-05"))
                .body("age", greaterThanOrEqualTo(35))
                .body("gender", equalTo("FEMALE"))
                .body("blood_group", equalTo("O_POSITIVE"))
                .body("blood_type", equalTo("O+"))
                .body("address_line1", equalTo("12 MG Road"))
                .body("emergency_contact_name", equalTo("Ravi Rao"))
                .body("allergies", contains("Penicillin"))
                .body("chronic_conditions", empty())
                .body("time_zone", equalTo("Asia/Kolkata"))
                .body("patient.user_id", equalTo(patient.accountId().toString()))
                .body("patient.aadhar_uid", hasLength(64))
                .body("patient.name", equalTo("Asha Rao"))
                .body("patient.blood_type", equalTo("O+"))
                .body("patient.contact", equalTo("+919876543210"))
                .body("patient.address", equalTo("12 MG Road, Bengaluru, Karnataka, 560001, India"))
                .body("patient.family_contact", equalTo("Ravi Rao (Brother) - +919876543211"))
                .body("patient.emergency", equalTo(false));
    }

    @Test
    void saysUnknownWhenTheBloodGroupWasNotGiven() {
        NewPatient patient = aPatient().without("blood_group").registered();

        patient.profile().then().statusCode(200).body("patient.blood_type", equalTo("Unknown"));
    }

    @Test
    void leavesOpenWhatIsUnknownAndGivesTheAppTheTextsItNeeds() {
        NewPatient patient = aPatient().knownOnlyBy("first_name").registered();

        patient.profile()
                .then()
                .statusCode(200)
                .body("first_name", equalTo("Asha"))
                .body("$", hasEntry("last_name", null))
                .body("$", hasEntry("date_of_birth", null))
                .body("$", hasEntry("age", null))
                .body("$", hasEntry("gender", null))
                .body("$", hasEntry("phone_primary", null))
                .body("$", hasEntry("country", null))
                .body("$", hasEntry("emergency_contact_name", null))
                .body("$", hasEntry("is_pregnant", null))
                .body("allergies", empty())
                .body("time_zone", equalTo("Asia/Kolkata"))
                .body("patient.name", equalTo("Asha"))
                .body("patient.gender", equalTo("Unknown"))
                .body("patient.blood_type", equalTo("Unknown"))
                .body("patient.aadhar_uid", equalTo(""))
                .body("patient.contact", equalTo(""))
                .body("patient.email", equalTo(""))
                .body("patient.address", equalTo(""))
                .body("patient.family_contact", equalTo(""));
    }

    @Test
    void understandsTheOtherSpellingsOfBloodGroupAndGender() {
        aPatient()
                .with("blood_group", "ab_negative")
                .with("gender", "Prefer_Not_To_Say")
                .registered()
                .profile()
                .then()
                .statusCode(200)
                .body("blood_group", equalTo("AB_NEGATIVE"))
                .body("blood_type", equalTo("AB-"))
                .body("gender", equalTo("PREFER_NOT_TO_SAY"));
    }

    @Test
    void composesTheFamilyContactOfWhatIsKnown() {
        aPatient()
                .without("emergency_contact_relation")
                .with("emergency_contact_name", " ")
                .with("is_pregnant", true)
                .registered()
                .profile()
                .then()
                .statusCode(200)
                .body("is_pregnant", equalTo(true))
                .body("patient.family_contact", equalTo("+919876543211"));
    }

    @Test
    void isThereForItsOwnerAtOnceAndForNobodyElseBeforeItIsRegistered() {
        NewPatient patient = aPatient().provisional();

        patient.profile().then().statusCode(200);
        read(patient.patientId(), Tokens.patient(UUID.randomUUID())).then().spec(problem(404, "NOT_FOUND"));
        read(patient.patientId(), Tokens.doctor(UUID.randomUUID())).then().spec(problem(404, "NOT_FOUND"));
        patient.registered().profile().then().statusCode(200);
    }

    @Test
    void isForTheOwnerAloneAndKeepsTrackOfWhoAsked() {
        NewPatient patient = aPatient().registered();
        patient.profile().then().statusCode(200);

        read(patient.patientId(), Tokens.patient(UUID.randomUUID())).then().spec(problem(403, "ACCESS_DENIED"));
        read(patient.patientId(), Tokens.doctor(UUID.randomUUID())).then().spec(problem(403, "ACCESS_DENIED"));
        read(patient.patientId(), Tokens.systemAdmin()).then().spec(problem(403, "ACCESS_DENIED"));
        read(UUID.randomUUID(), Tokens.patient(UUID.randomUUID())).then().spec(problem(404, "NOT_FOUND"));

        try (KafkaRecords audit = KafkaRecords.of(Topic.ACCESS)) {
            var records = audit.await(withKey(patient.patientId().toString()), 4);
            assertThat(records)
                    .extracting(record -> KafkaRecords.header(record, "ce_type"))
                    .containsExactly(DataAccessed.TYPE, AccessRefused.TYPE, AccessRefused.TYPE, AccessRefused.TYPE);
        }
    }

    @Test
    void needsAGenuineToken() {
        UUID id = UUID.randomUUID();

        given().get(path(id)).then().spec(problem(401, "AUTH_FAILED"));
        read(id, Tokens.expiredPatient(id)).then().spec(problem(401, "AUTH_FAILED"));
        read(id, Tokens.patientSignedByStranger(id)).then().spec(problem(401, "AUTH_FAILED"));
        read(id, Tokens.patientWithWrongAudience(id)).then().spec(problem(401, "AUTH_FAILED"));
        read(id, Tokens.unsignedNonePatient(id)).then().spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void refusesAnIdThatIsNone() {
        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID()))
                .get("/api/v1/patients/7/profile")
                .then()
                .spec(problem(422, "VALIDATION_ERROR"));
    }

    private static Response read(UUID patientId, String token) {
        return given().auth().oauth2(token).get(path(patientId));
    }

    private static String path(UUID patientId) {
        return "/api/v1/patients/" + patientId + "/profile";
    }
}

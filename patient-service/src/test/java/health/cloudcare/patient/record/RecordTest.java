package health.cloudcare.patient.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.patient.NewPatient;
import health.cloudcare.patient.OtherServices;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** The record put together, and looked up by Aadhaar number. */
@QuarkusTest
@QuarkusTestResource(OtherServices.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class RecordTest {

    private static final String LOOKUP = "/api/v1/patients/lookup-records";
    private static final String DOCUMENTS = "/internal/v1/documents/of-hospital";
    private static final String NOTES = "/internal/v1/notes/of-hospital";
    private static final String REQUESTS = "/internal/v1/record-requests";

    OtherServices others;

    private final UUID hospital = UUID.randomUUID();
    private NewPatient patient;
    private String token;

    @BeforeEach
    void aPatientWithRecords() {
        others.forget();
        patient = aPatient().registered();
        others.answer(DOCUMENTS, 200, """
                [{"id": "%s", "title": "X-ray", "date": "2025-11-10T00:00:00Z", "type": "IMAGING", "description": ""}]""".formatted(UUID.randomUUID()));
        others.answer(NOTES, 200, """
                [{"id": "%s", "title": "Visit", "date": "2025-11-12", "type": "CHECKUP", "description": "Fine", "doctor_name": "Dr. Iyer"}]""".formatted(UUID.randomUUID()));
        others.answer(REQUESTS, 201, "{\"id\": \"" + UUID.randomUUID() + "\", \"status\": \"PENDING\"}");
    }

    @Test
    void patientsFindTheirOwnByTheirNumberOrItsUid() {
        look(token(patient), Map.of("hospital_id", hospital, "aadhar_number", patient.aadhaar()))
                .statusCode(200)
                .body("title", contains("Visit", "X-ray"))
                .body("doctor_name", contains("Dr. Iyer", null))
                .body("[0].type", equalTo("CHECKUP"))
                .body("[1].description", equalTo(""));
        assertThat(others.received())
                .extracting(OtherServices.Received::authorization)
                .containsOnly("Bearer " + token(patient));
        String uid = patient.profile().path("patient.aadhar_uid");

        look(token(patient), Map.of("facility_name", "Elsewhere", "aadhar_uid", uid.toUpperCase()))
                .statusCode(200)
                .body("$", empty());
        assertThat(others.received().getLast().path()).isEqualTo(REQUESTS);
        assertThat(others.received().getLast().body().get("facility_name").asText())
                .isEqualTo("Elsewhere");
    }

    @Test
    void othersFindWhatTheirConsentOpensAndElseNothingThatTellsANumberFromNone() {
        Map<String, Object> known = Map.of("hospital_id", hospital, "aadhar_number", patient.aadhaar());
        Map<String, Object> unknown =
                Map.of("hospital_id", hospital, "aadhar_number", aPatient().aadhaar());
        String doctor = Tokens.doctor(UUID.randomUUID());
        others.answer(NOTES, 403, "{}");
        look(doctor, known).statusCode(200).body("title", contains("X-ray"));
        others.answer(DOCUMENTS, 403, "{}");

        String refusal = "detail";
        String detail =
                look(doctor, known).spec(problem(404, "NOT_FOUND")).extract().path(refusal);
        look(doctor, unknown).spec(problem(404, "NOT_FOUND")).body(refusal, equalTo(detail));
        look(Tokens.patient(UUID.randomUUID()), known)
                .spec(problem(404, "NOT_FOUND"))
                .body(refusal, equalTo(detail));
        others.answer(REQUESTS, 403, "{}");
        look(doctor, Map.of("facility_name", "Elsewhere", "aadhar_number", patient.aadhaar()))
                .spec(problem(404));
        others.answer(NOTES, 503, "{}");
        look(doctor, known).spec(problem(503, "UNAVAILABLE"));
    }

    @Test
    void refusesWhatIsNoLookupWithoutRepeatingIt() {
        String self = token(patient);
        look(self, Map.of("aadhar_number", patient.aadhaar())).spec(problem(422));
        look(self, Map.of("hospital_id", hospital)).spec(problem(422));
        look(self, Map.of("hospital_id", hospital, "aadhar_number", "123456789012"))
                .spec(problem(422))
                .body(not(containsString("123456789012")));
        look(self, Map.of("hospital_id", hospital, "aadhar_uid", "zz")).spec(problem(422));
        look(Tokens.systemAdmin(), Map.of()).spec(problem(403));
        given().contentType("application/json")
                .body(Map.of())
                .post(LOOKUP)
                .then()
                .spec(problem(401));
    }

    @Test
    void theCompleteRecordHasWhatTheCallerMaySee() {
        others.answer("/api/v1/wearables/summary/today", 200, """
                {"summary": {"steps": {"total": 8123.0, "change": "+12%"}, "heart_rate": {"avg": 71.6}, "calories": {"total": 250.4},
                 "sleep": {"total": 7.25, "change": null, "time_in_bed": 8.0, "time_asleep": 7.25, "stages": {"deep": 1.0}, "sessions": []}}}""");
        others.answer("/api/v1/wearables/devices", 200, "{\"devices\": [{\"id\": \"w1\"}]}");
        others.answer("/api/v1/documents/" + patient.patientId(), 403, "{}");

        as(token(patient))
                .get(complete())
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("data.patient.id", equalTo(patient.patientId().toString()))
                .body("data.patient.bloodType", equalTo("O+"))
                .body("data.patient.familyContact", notNullValue())
                .body("data.wearables_summary.steps", equalTo(8123))
                .body("data.wearables_summary.stepsChange", equalTo(12))
                .body("data.wearables_summary.heartRate", equalTo(72))
                .body("data.wearables_summary.heartRateStatus", equalTo("Normal"))
                .body("data.wearables_summary.sleepHours", equalTo(7.25f))
                .body("data.wearables_summary.sleepChange", equalTo(0))
                .body("data.wearables_summary.caloriesPercentage", equalTo(50))
                .body("data.wearables_summary.sleepTimeInBed", equalTo(8.0f))
                .body("data.devices", hasSize(1))
                .body("data.health_records", nullValue())
                .body("data.recent_metrics", nullValue())
                .body("data.last_updated", notNullValue());
        others.answer(
                "/api/v1/documents/" + patient.patientId(), 200, """
                [{"id": "%s", "patient_id": "%s", "title": "X-ray", "description": "", "date": "2025-11-10T00:00:00Z", "record_type": "IMAGING"}]""".formatted(UUID.randomUUID(), patient.patientId()));
        as(token(patient))
                .get(complete())
                .then()
                .body("data.health_records[0].recordType", equalTo("IMAGING"))
                .body(
                        "data.health_records[0].patientId",
                        equalTo(patient.patientId().toString()));
        others.answer("/api/v1/wearables/devices", 500, "{}");
        as(token(patient)).get(complete()).then().spec(problem(503, "UNAVAILABLE"));
    }

    @Test
    void theCompleteRecordIsClosedToWhoeverHasNoConsent() {
        for (String token : List.of(
                Tokens.doctor(UUID.randomUUID()),
                Tokens.patient(UUID.randomUUID()),
                Tokens.hospitalAdmin(hospital),
                Tokens.systemAdmin())) {
            as(token).get(complete()).then().spec(problem(403, "ACCESS_DENIED"));
        }
        as(Tokens.doctor(UUID.randomUUID()))
                .get("/api/v1/patients/" + UUID.randomUUID() + "/complete")
                .then()
                .spec(problem(404));
        given().get(complete()).then().spec(problem(401));
        assertThat(others.received()).isEmpty();
    }

    private String complete() {
        return "/api/v1/patients/" + patient.patientId() + "/complete";
    }

    private static ValidatableResponse look(String token, Map<String, Object> body) {
        return as(token).body(body).post(LOOKUP).then();
    }

    /** The same each time. */
    private String token(NewPatient owner) {
        if (token == null) {
            token = Tokens.patient(owner.accountId(), owner.patientId());
        }
        return token;
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}

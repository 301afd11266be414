package health.cloudcare.patient.card;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.contracts.EventJson;
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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class CardTest {

    private final UUID doctor = UUID.randomUUID();

    @Test
    void aConsentOpensTheCardAndTheAccessIsOnRecord() {
        NewPatient patient = aPatient().with("middle_name", "Devi  Lakshmi").registered();
        String consent = asked(patient, Map.of());
        answer(patient, consent, "APPROVED");

        cards(Tokens.doctor(doctor), List.of(patient), List.of(patient))
                .body("[0].patient_id", equalTo(patient.patientId().toString()))
                .body("[0].name", equalTo("Asha Devi Lakshmi Rao"))
                .body("[0].age", greaterThanOrEqualTo(35))
                .body("[0].gender", equalTo("FEMALE"))
                .body("[0].blood_group", equalTo("O+"))
                .body("[0].phone", equalTo("+919876543210"));

        try (KafkaRecords audit = KafkaRecords.of(Topic.ACCESS)) {
            // the first entry is of the answer
            var record = audit.await(withKey(patient.patientId().toString()), 2).get(1);
            DataAccessed access = EventJson.read(record.value(), DataAccessed.class);
            assertThat(access.resource()).isEqualTo("doctors/patients");
            assertThat(access.category()).isEqualTo("PROFILE");
            assertThat(access.consentId()).hasToString(consent);
        }
    }

    @Test
    void whoEverAskedSeesTheNameAndWhoDidNotSeesNothing() {
        NewPatient waiting = aPatient().registered();
        NewPatient revoked = aPatient().registered();
        NewPatient stranger = aPatient().registered();
        asked(waiting, Map.of());
        String consent = asked(revoked, Map.of());
        answer(revoked, consent, "APPROVED");
        answer(revoked, consent, "REVOKED");
        List<NewPatient> all = List.of(waiting, revoked, stranger, aPatient());

        cards(Tokens.doctor(doctor), all, List.of())
                .body(
                        "patient_id",
                        containsInAnyOrder(
                                waiting.patientId().toString(),
                                revoked.patientId().toString()))
                .body("name", contains("Asha Rao", "Asha Rao"))
                .body("age", contains(nullValue(), nullValue()))
                .body("phone", contains(nullValue(), nullValue()));
        cards(Tokens.doctor(UUID.randomUUID()), all, all).body("$", empty());
        cards(Tokens.hospitalAdmin(doctor), all, all).body("$", empty());
    }

    @Test
    void aRefusalLeavesTheNameAndTheRestOfTheList() {
        NewPatient narrow = aPatient().registered();
        NewPatient wide = aPatient().registered();
        answer(narrow, asked(narrow, Map.of("categories", List.of("NOTES"))), "APPROVED");
        answer(wide, asked(wide, Map.of()), "APPROVED");
        List<NewPatient> both = List.of(narrow, wide);

        cards(Tokens.doctor(doctor), both, both)
                .body("find { it.patient_id == '%s' }.phone".formatted(narrow.patientId()), nullValue())
                .body("find { it.patient_id == '%s' }.name".formatted(narrow.patientId()), equalTo("Asha Rao"))
                .body("find { it.patient_id == '%s' }.phone".formatted(wide.patientId()), equalTo("+919876543210"));

        try (KafkaRecords audit = KafkaRecords.of(Topic.ACCESS)) {
            var record =
                    audit.await(withKey(narrow.patientId().toString()).and(KafkaRecords.withType(AccessRefused.TYPE)));
            assertThat(EventJson.read(record.value(), AccessRefused.class).resource())
                    .isEqualTo("doctors/patients");
        }
    }

    @Test
    void isForDoctorsAndHospitalsAndForSoManyPatients() {
        Map<String, Object> body = Map.of("patient_ids", List.of(UUID.randomUUID()), "resource", "doctors/patients");
        post(Tokens.patient(UUID.randomUUID()), body).spec(problem(403, "ACCESS_DENIED"));
        post(Tokens.service(), body).spec(problem(403, "ACCESS_DENIED"));
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/internal/v1/patients/cards")
                .then()
                .spec(problem(401, "AUTH_FAILED"));
        post(
                        Tokens.doctor(doctor),
                        Map.of(
                                "patient_ids",
                                Collections.nCopies(501, UUID.randomUUID()),
                                "resource",
                                "doctors/patients"))
                .spec(problem(422, "VALIDATION_ERROR"));
        post(Tokens.doctor(doctor), Map.of("patient_ids", List.of(), "resource", "secrets"))
                .spec(problem(422, "VALIDATION_ERROR"))
                .body(not(containsString("secrets")));
    }

    private static ValidatableResponse cards(String token, List<NewPatient> patients, List<NewPatient> full) {
        Map<String, Object> body =
                Map.of("patient_ids", ids(patients), "resource", "doctors/patients", "full_for", ids(full));
        return post(token, body).statusCode(200);
    }

    private static List<UUID> ids(List<NewPatient> patients) {
        return patients.stream().map(NewPatient::patientId).toList();
    }

    private static ValidatableResponse post(String token, Map<String, Object> body) {
        return as(token).body(body).post("/internal/v1/patients/cards").then();
    }

    private String asked(NewPatient patient, Map<String, Object> terms) {
        Map<String, Object> body = new HashMap<>(terms);
        body.put("patient_id", patient.patientId());
        body.put("doctor_id", doctor);
        return as(Tokens.doctor(doctor))
                .body(body)
                .post("/api/v1/consents/request")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void answer(NewPatient patient, String consent, String status) {
        as(Tokens.patient(patient.accountId(), patient.patientId()))
                .body(Map.of("status", status))
                .patch("/api/v1/consents/" + consent)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}

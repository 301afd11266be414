package health.cloudcare.doctor.carelist;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientErased;
import health.cloudcare.contracts.Topic;
import health.cloudcare.doctor.ConsentStory;
import health.cloudcare.doctor.FakePatientService;
import health.cloudcare.doctor.ScriptedConsents;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.doctor.AccountStory.tell;
import static health.cloudcare.doctor.ConsentStory.aConsent;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(FakePatientService.class)
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class CareListTest {

    @Inject
    ScriptedConsents consents;

    FakePatientService patients;

    private final UUID doctor = UUID.randomUUID();
    private final UUID patient = UUID.randomUUID();
    private final ConsentStory consent = aConsent(patient, doctor);

    @AfterEach
    void comeUp() {
        patients.comeUp();
    }

    @Test
    void aRequestShowsTheNameAlone() {
        tell(consent.requested());

        awaitCondition("Awaiting consent approval")
                .body("[0].id", notNullValue())
                .body("[0].patient_id", equalTo(patient.toString()))
                .body("[0].patient_name", equalTo("Asha Rao"))
                .body("[0].status", equalTo("LOCKED"))
                .body("[0].care_status", equalTo("LOCKED"))
                .body("[0].emergency_flag", equalTo(false))
                .body("[0].access_granted", equalTo(false))
                .body(
                        "[0].assigned_at",
                        equalTo(consent.requested().occurredAt().toString()))
                .body("[0]", hasEntry("next_appointment", null))
                .body("[0]", hasEntry("last_visit", null))
                .body("[0].patient_age", nullValue())
                .body("[0].patient_phone", nullValue());
        assertThat(patients.last().body().get("full_for")).isEmpty();
        assertThat(patients.last().body().get("resource").asText()).isEqualTo("doctors/patients");
    }

    @Test
    void anApprovalOpensAndARevocationLocksAgain() {
        consents.open(doctor, patient);
        tell(consent.requested(), consent.granted());

        awaitCondition("Access granted")
                .body("[0].status", equalTo("ACTIVE"))
                .body("[0].care_status", equalTo("ACTIVE"))
                .body("[0].access_granted", equalTo(true))
                .body("[0].patient_age", equalTo(35))
                .body("[0].patient_gender", equalTo("FEMALE"))
                .body("[0].patient_blood_group", equalTo("O+"))
                .body("[0].patient_phone", equalTo("+919876543210"));

        tell(consent.revoked());
        awaitCondition("Access revoked").body("[0].status", equalTo("LOCKED")).body("[0].patient_age", nullValue());
    }

    @Test
    void aGrantThatTheConsentsOfThisMomentDoNotOpenIsLocked() {
        tell(consent.requested(), consent.granted());

        awaitCondition("Access not open now")
                .body("[0].status", equalTo("LOCKED"))
                .body("[0].care_status", equalTo("LOCKED"))
                .body("[0].access_granted", equalTo(false))
                .body("[0].patient_age", nullValue());
    }

    @Test
    void theNewestAssignmentComesFirstAndWhoHasNoNameIsLeftOut() {
        UUID later = UUID.randomUUID();
        UUID erased = UUID.randomUUID();
        ConsentStory second = new ConsentStory(
                UUID.randomUUID(), later, doctor, consent.start().plusSeconds(9));
        patients.forget(erased);
        tell(consent.requested(), second.requested(), aConsent(erased, doctor).requested());

        List<String> names = List.of(later.toString(), patient.toString());
        Awaitility.await().until(() -> rows("patient_id"), names::equals);
    }

    @Test
    void handsOnTheCallersTokenAndAddress() {
        tell(consent.requested());
        awaitCondition("Awaiting consent approval");
        String token = Tokens.doctor(doctor);

        given().auth()
                .oauth2(token)
                .header("X-Forwarded-For", "203.0.113.7")
                .get(path(doctor))
                .then()
                .statusCode(200);

        assertThat(patients.last().authorization()).isEqualTo("Bearer " + token);
        assertThat(patients.last().clientAddress()).isEqualTo("203.0.113.7");
    }

    @Test
    void withoutPatientServiceThereIsNoList() {
        tell(consent.requested());
        awaitCondition("Awaiting consent approval");

        patients.goDown();

        list().then().spec(problem(503, "UNAVAILABLE")).header("Retry-After", equalTo("5"));
        remove(patient).then().spec(problem(503, "UNAVAILABLE"));
        patients.comeUp();
        list().then().body("[0].condition", equalTo("Awaiting consent approval"));
    }

    @Test
    void isADoctorsOwn() {
        given().get(path(doctor)).then().spec(problem(401, "AUTH_FAILED"));
        for (String other : new String[] {
            Tokens.doctor(UUID.randomUUID()),
            Tokens.patient(patient),
            Tokens.hospitalAdmin(doctor),
            Tokens.systemAdmin()
        }) {
            given().auth().oauth2(other).get(path(doctor)).then().spec(problem(403, "ACCESS_DENIED"));
            given().auth()
                    .oauth2(other)
                    .delete(path(doctor) + "/" + patient)
                    .then()
                    .spec(problem(403, "ACCESS_DENIED"));
        }
        given().auth()
                .oauth2(Tokens.doctor(doctor))
                .get("/api/v1/doctors/nobody/patients")
                .then()
                .spec(problem(422, "VALIDATION_ERROR"));
        list().then().statusCode(200).body("$", empty());
    }

    @Test
    void aRemovalGivesTheConsentsUpAndKeepsTheRow() {
        consents.open(doctor, patient);
        tell(consent.requested(), consent.granted());
        awaitCondition("Access granted");

        remove(patient).then().statusCode(200).body("success", equalTo(true)).body("message", notNullValue());

        assertThat(patients.last().body()).hasToString("{\"patient_id\":\"" + patient + "\"}");
        awaitCondition("Access removed by doctor").body("[0].status", equalTo("LOCKED"));
        // the revocation that follows from it says no more, an approval that comes late opens nothing
        tell(
                consent.revoked(),
                consent.granted(),
                aConsent(patient, UUID.randomUUID()).requested());
        tellAndAwaitMarker();
        list().then()
                .body(
                        "find { it.patient_id == '%s' }.condition".formatted(patient),
                        equalTo("Access removed by doctor"));

        ConsentStory again = consent.then(Duration.ofHours(1));
        tell(again.requested(), again.granted());
        Awaitility.await().until(() -> rows("condition").contains("Access granted"));
    }

    @Test
    void removesNobodyWhoIsNotOnTheList() {
        remove(patient).then().spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void anErasedPatientIsGoneForGood() {
        tell(consent.requested());
        awaitCondition("Awaiting consent approval");

        tell(new PatientErased(consent.start(), patient));
        Awaitility.await().until(() -> rows("patient_id").isEmpty());
        tell(consent.granted());
        tellAndAwaitMarker();

        list().then().body("patient_id", hasSize(1));
    }

    @Test
    void poisonGoesToTheDeadLetterTopicAloneAndTheRestGoesThrough() {
        String poison = patient.toString();
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(Topic.CONSENT.topicName(), poison, "{ not json", Map.of("ce_type", ConsentGranted.TYPE));
        }

        tell(consent.requested());

        awaitCondition("Awaiting consent approval");
        String bootstrap = BackingServicesProcess.address(BackingService.KAFKA);
        try (KafkaRecords dead = KafkaRecords.of(bootstrap, Topic.CONSENT.dlq())) {
            var record = dead.await(withKey(poison));
            assertThat(KafkaRecords.header(record, "dead-letter-reason")).isNotBlank();
        }
    }

    /** Another patient's request under the same key is dealt with after all that was told before. */
    private void tellAndAwaitMarker() {
        ConsentStory marker = aConsent(UUID.randomUUID(), doctor);
        try (KafkaSender sender = new KafkaSender()) {
            var event = marker.requested();
            sender.send(
                    event.topic().topicName(),
                    patient.toString(),
                    EventJson.write(event),
                    Map.of("ce_type", event.type()));
        }
        String id = marker.patientId().toString();
        Awaitility.await().until(() -> rows("patient_id").contains(id));
    }

    private ValidatableResponse awaitCondition(String condition) {
        Awaitility.await().until(() -> rows("condition"), List.of(condition)::equals);
        return list().then().statusCode(200);
    }

    private List<String> rows(String member) {
        return list().jsonPath().getList(member);
    }

    private Response list() {
        return given().auth().oauth2(Tokens.doctor(doctor)).get(path(doctor));
    }

    private Response remove(UUID patientId) {
        return given().auth().oauth2(Tokens.doctor(doctor)).delete(path(doctor) + "/" + patientId);
    }

    private static String path(UUID doctorId) {
        return "/api/v1/doctors/" + doctorId + "/patients";
    }
}

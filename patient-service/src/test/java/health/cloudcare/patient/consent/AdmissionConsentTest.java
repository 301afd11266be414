package health.cloudcare.patient.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.ConsentExpired;
import health.cloudcare.contracts.ConsentRevoked;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientDischarged;
import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.AccountTopic.send;
import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.patient.consent.ConsentCalls.answer;
import static health.cloudcare.patient.consent.ConsentCalls.answered;
import static health.cloudcare.patient.consent.ConsentCalls.as;
import static health.cloudcare.patient.consent.ConsentCalls.canRevoke;
import static health.cloudcare.patient.consent.ConsentCalls.delete;
import static health.cloudcare.patient.consent.ConsentCalls.letExpire;
import static health.cloudcare.patient.consent.ConsentCalls.list;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class AdmissionConsentTest {

    private final UUID hospital = UUID.randomUUID();
    private final String token = Tokens.hospitalAdmin(hospital);

    @Test
    void aHospitalAsksForAnAdmissionWhichIsToBeAnsweredWithinADay() {
        NewPatient patient = aPatient().registered();

        String id = asked(patient);

        ValidatableResponse shown = list(patient, "").then().statusCode(200);
        shown.body("[0].id", equalTo(id))
                .body("[0].hospital_id", equalTo(hospital.toString()))
                .body("[0].doctor_id", nullValue())
                .body("[0].facility_name", equalTo("City Hospital"))
                .body("[0].request_type", equalTo("HOSPITAL_ADMISSION"))
                .body("[0].description", equalTo("Hospital Admission"));
        assertThat(between(
                        shown.extract().path("[0].requested_at"),
                        shown.extract().path("[0].expires_at")))
                .isEqualTo(Duration.ofDays(1));
        assertThat(asked(patient)).isEqualTo(id);
    }

    @Test
    void theAnswerTellsNothingOfAPatientWhoIsNamedByAnAadhaarNumberOnly() {
        NewPatient patient = aPatient().registered();

        Response response = admit(token, Map.of("aadhar_number", patient.aadhaar()));

        response.then().statusCode(201).body("$", aMapWithSize(2)).body("status", equalTo("PENDING"));
        assertThat(asked(patient)).isEqualTo(response.path("consent_id"));
    }

    @Test
    void whoIsNotKnownOrNotNamedProperlyIsRefused() {
        NewPatient stranger = aPatient();

        admit(token, Map.of("aadhar_number", stranger.aadhaar())).then().spec(problem(404, "NOT_FOUND"));
        admit(token, Map.of("patient_id", stranger.patientId())).then().spec(problem(404, "NOT_FOUND"));
        admit(token, Map.of("patient_id", stranger.provisional().patientId()))
                .then()
                .spec(problem(404, "NOT_FOUND"));
        admit(token, Map.of()).then().spec(invalidField("patient_id"));
        admit(token, Map.of("patient_id", UUID.randomUUID(), "aadhar_number", stranger.aadhaar()))
                .then()
                .spec(invalidField("patient_id"));
        admit(token, Map.of("aadhar_number", "123456789012"))
                .then()
                .spec(invalidField("aadhar_number"))
                .body(not(containsString("123456789012")));
    }

    @Test
    void onlyVerifiedHospitalsAskAndForThemselves() {
        NewPatient patient = aPatient().registered();
        Map<String, Object> body = Map.of("patient_id", patient.patientId());
        String unverified =
                Tokens.hospitalAdminToken(hospital).claim("verified", false).sign();

        Stream.of(
                        unverified,
                        Tokens.doctor(UUID.randomUUID()),
                        Tokens.patient(patient.patientId()),
                        Tokens.systemAdmin(),
                        Tokens.service())
                .forEach(other -> admit(other, body).then().spec(problem(403, "ACCESS_DENIED")));
        given().contentType("application/json")
                .body(body)
                .post("/internal/v1/consents")
                .then()
                .spec(problem(401));
        admit(token, Map.of("patient_id", patient.patientId(), "hospital_id", UUID.randomUUID()))
                .then()
                .statusCode(201);
        list(patient, "").then().body("[0].hospital_id", equalTo(hospital.toString()));
    }

    @Test
    void aRunningAdmissionHasNoEndButTheDischargeAndIsNotRevoked() {
        NewPatient patient = aPatient().registered();
        String id = asked(patient);

        Response approved = answer(patient, id, "APPROVED");

        assertThat(between(approved.path("requested_at"), approved.path("expires_at")))
                .isEqualTo(Duration.ofDays(3650));
        canRevoke(patient, id)
                .then()
                .statusCode(200)
                .body("canRevoke", equalTo(false))
                .body("reason", containsString("discharge"));
        answer(patient, id, "REVOKED")
                .then()
                .spec(problem(409, "CONSENT_STATE"))
                .body("detail", containsString("admission"));
        delete(patient, id).then().spec(problem(409, "CONSENT_STATE"));
        admit(token, Map.of("patient_id", patient.patientId()))
                .then()
                .statusCode(201)
                .body("consent_id", equalTo(id))
                .body("status", equalTo("APPROVED"));
    }

    @Test
    void theDischargeEndsTheAccessAtOnceAndTheConsentMayBeRevokedThen() {
        NewPatient patient = aPatient().registered();
        String id = admitted(patient);
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        PatientDischarged discharged = discharged(patient, id, at);

        send(discharged, discharged, discharged(patient, id, at.plusSeconds(1)));

        ConsentExpired expired =
                told(patient, ConsentExpired.class, ConsentExpired.TYPE, 1).getFirst();
        assertThat(expired)
                .usingRecursiveComparison()
                .ignoringFields("eventId")
                .isEqualTo(new ConsentExpired(at, patient.patientId(), UUID.fromString(id), 3, null, hospital));
        list(patient, "")
                .then()
                .body("[0].status", equalTo("APPROVED"))
                .body("[0].is_expired", equalTo(true))
                .body("[0].expires_at", equalTo(at.toString()));
        canRevoke(patient, id).then().body("canRevoke", equalTo(true));
        answered(patient, id, "REVOKED");
        assertThat(told(patient, ConsentRevoked.class, ConsentRevoked.TYPE, 1))
                .extracting(ConsentRevoked::version)
                .containsExactly(4);
        assertThat(told(patient, ConsentExpired.class, ConsentExpired.TYPE, 1)).hasSize(1);
    }

    @Test
    void aDischargeByAnotherHospitalEndsNothing() {
        NewPatient patient = aPatient().registered();
        String id = admitted(patient);
        PatientDischarged foreign = new PatientDischarged(
                Instant.now(), UUID.randomUUID(), patient.patientId(), UUID.randomUUID(), UUID.fromString(id));

        send(foreign);

        awaitTakenIn(foreign);
        canRevoke(patient, id).then().body("canRevoke", equalTo(false));
    }

    @Test
    void aHospitalsClockMayBeAheadOfOurs() {
        NewPatient patient = aPatient().registered();
        String id = admitted(patient);
        PatientDischarged early = discharged(patient, id, Instant.now().plusSeconds(3600));

        send(early);

        awaitTakenIn(early);
        list(patient, "").then().body("[0].is_expired", equalTo(true));
    }

    @Test
    void anAdmissionWhoseAccessEndedByItselfIsAskedForAnew() {
        NewPatient patient = aPatient().registered();
        String id = admitted(patient);
        letExpire(id);

        assertThat(asked(patient)).isNotEqualTo(id);
        answered(patient, id, "REVOKED");
    }

    @Test
    void aPatientWhoLeavesTakesARunningAdmissionsAccessAway() {
        NewPatient patient = aPatient().registered();
        String id = admitted(patient);

        send(patient.accountDeleted());

        assertThat(told(patient, ConsentRevoked.class, ConsentRevoked.TYPE, 1))
                .extracting(event -> event.consentId() + " " + event.version() + " " + event.hospitalId())
                .containsExactly(id + " 3 " + hospital);
        PatientDischarged late = discharged(patient, id, Instant.now());
        send(late);
        awaitTakenIn(late);
    }

    private String asked(NewPatient patient) {
        return admit(token, Map.of("patient_id", patient.patientId()))
                .then()
                .statusCode(201)
                .body("status", equalTo("PENDING"))
                .extract()
                .path("consent_id");
    }

    private String admitted(NewPatient patient) {
        String id = asked(patient);
        answered(patient, id, "APPROVED");
        return id;
    }

    private static Response admit(String token, Map<String, ?> patient) {
        Map<String, Object> body = new HashMap<>(patient);
        body.put("facility_name", " City Hospital ");
        body.put("description", "Hospital Admission");
        return as(token).body(body).post("/internal/v1/consents");
    }

    private PatientDischarged discharged(NewPatient patient, String consent, Instant at) {
        return new PatientDischarged(at, hospital, patient.patientId(), UUID.randomUUID(), UUID.fromString(consent));
    }

    private static void awaitTakenIn(PatientDischarged event) {
        Tables.awaitTrue(
                "SELECT count(*) = 1 FROM inbox WHERE consumer = 'admission-end' AND event_id = ?",
                event.eventId().toString());
    }

    private static <E extends Event> List<E> told(NewPatient patient, Class<E> eventClass, String type, int count) {
        try (KafkaRecords records = KafkaRecords.of(Topic.CONSENT)) {
            return records.await(withKey(patient.patientId().toString()).and(withType(type)), count).stream()
                    .map(record -> EventJson.read(record.value(), eventClass))
                    .toList();
        }
    }

    private static Duration between(String from, String to) {
        return Duration.between(Instant.parse(from), Instant.parse(to));
    }
}

package health.cloudcare.patient.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientErased;
import health.cloudcare.contracts.PatientRegistered;
import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.patient.Tables;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.patient.AccountTopic.send;
import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class AccountEventsTest {

    private static final Instant NOW = Instant.parse("2025-11-19T05:50:01Z");

    @Test
    void aRegisteredAccountCompletesItsPatientOnceHoweverOftenItIsTold() {
        NewPatient patient = aPatient().with("time_zone", "Asia/Kathmandu").provisional();

        send(patient.accountRegistered(), patient.accountRegistered());

        var told = toldAbout(patient);
        assertThat(told).hasSize(1);
        assertThat(KafkaRecords.header(told.getFirst(), "ce_type")).isEqualTo(PatientRegistered.TYPE);
        assertThat(KafkaRecords.header(told.getFirst(), "ce_correlationid"))
                .isEqualTo("request-" + patient.accountId());
        assertThat(EventJson.read(told.getFirst().value(), PatientRegistered.class)
                        .timeZone())
                .isEqualTo("Asia/Kathmandu");
        patient.cancel().then().spec(problem(409, "REGISTRATION_COMPLETE"));
    }

    @Test
    void aDeletedAccountErasesItsPatientOnceHoweverOftenItIsTold() {
        NewPatient patient = aPatient().registered();

        send(patient.accountDeleted(), patient.accountDeleted());

        var told = toldAbout(patient);
        assertThat(told)
                .extracting(record -> KafkaRecords.header(record, "ce_type"))
                .containsExactly(PatientRegistered.TYPE, PatientErased.TYPE);
        assertThat(rowsOf(patient)).isZero();
        patient.profile().then().spec(problem(404, "NOT_FOUND"));
        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID()))
                .get("/api/v1/patients/" + patient.patientId() + "/profile")
                .then()
                .spec(problem(404, "NOT_FOUND"));
        patient.signInByAadhaar().then().spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void anErasedPatientStaysErasedAndTheAadhaarNumberIsFreeAgain() {
        NewPatient patient = aPatient().registered();
        send(patient.accountDeleted());
        Tables.awaitTrue(
                "SELECT cancelled_at IS NOT NULL FROM registrations WHERE patient_id = ?", patient.patientId());

        patient.register().then().spec(problem(409, "REGISTRATION_CANCELLED"));

        NewPatient again = patient.again().registered();
        again.profile().then().statusCode(200);
        assertThat(rowsOf(patient)).isZero();
    }

    @Test
    void accountsOfOthersLeaveAPatientAlone() {
        NewPatient patient = aPatient().provisional();
        UUID id = patient.patientId();
        UUID other = UUID.randomUUID();

        send(
                new AccountRegistered(NOW, other, "DOCTOR", null, UUID.randomUUID(), null),
                new AccountRegistered(NOW, other, "DOCTOR", id, UUID.randomUUID(), null),
                new AccountDeleted(NOW, other, "HOSPITAL_ADMIN", null, null, UUID.randomUUID()),
                new AccountDeleted(NOW, other, "HOSPITAL_ADMIN", id, null, UUID.randomUUID()),
                new AccountDeleted(NOW, other, "PATIENT", id, null, null));

        assertThat(toldAbout(patient)).isEmpty();
        patient.register().then().statusCode(200);
        patient.cancel().then().statusCode(200);
    }

    @Test
    void poisonGoesToTheDeadLetterTopicAloneAndTheRestGoesThrough() {
        String poison = UUID.randomUUID().toString();
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(Topic.ACCOUNT.topicName(), poison, "{ not json", Map.of("ce_type", AccountRegistered.TYPE));
            sender.send(Topic.ACCOUNT.topicName(), poison, "{ not json", Map.of("ce_type", AccountDeleted.TYPE));
        }

        aPatient().registered();

        String bootstrap = BackingServicesProcess.address(BackingService.KAFKA);
        try (KafkaRecords dead = KafkaRecords.of(bootstrap, Topic.ACCOUNT.dlq())) {
            assertThat(dead.await(withKey(poison), 2))
                    .allSatisfy(record -> assertThat(KafkaRecords.header(record, "dead-letter-reason"))
                            .isNotBlank());
        }
    }

    /** What the patient topic tells, once it tells of somebody whose account event came after this patient's. */
    private static List<ConsumerRecord<String, byte[]>> toldAbout(NewPatient patient) {
        NewPatient marker = aPatient().registered();
        try (KafkaRecords records = KafkaRecords.of(Topic.PATIENT)) {
            records.await(withKey(marker.patientId().toString()));
            return records.until(seen -> true).stream()
                    .filter(withKey(patient.patientId().toString()))
                    .toList();
        }
    }

    private static long rowsOf(NewPatient patient) {
        return Tables.one(
                Long.class,
                "SELECT (SELECT count(*) FROM patients WHERE id = ?) + (SELECT count(*) FROM aadhaar_vault WHERE patient_id = ?)",
                patient.patientId(),
                patient.patientId());
    }
}

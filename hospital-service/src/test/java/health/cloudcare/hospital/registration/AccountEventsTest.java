package health.cloudcare.hospital.registration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.AccountVerified;
import health.cloudcare.contracts.HospitalRegistered;
import health.cloudcare.contracts.Topic;
import health.cloudcare.hospital.HospitalTables;
import health.cloudcare.hospital.NewHospital;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;

import static health.cloudcare.hospital.AccountStory.VERIFIED_AT;
import static health.cloudcare.hospital.AccountStory.deleted;
import static health.cloudcare.hospital.AccountStory.registered;
import static health.cloudcare.hospital.AccountStory.tell;
import static health.cloudcare.hospital.AccountStory.verified;
import static health.cloudcare.hospital.NewHospital.aHospital;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class AccountEventsTest {

    @Inject
    HospitalTables tables;

    @Inject
    AgroalDataSource database;

    @Test
    void aRegisteredAccountCompletesItsHospitalOnceHoweverOftenItIsTold() {
        NewHospital hospital = aHospital().registered();
        AccountRegistered event = registered(hospital);

        tell(event, event, registered(hospital), verified(hospital));
        awaitVerified(hospital);

        try (KafkaRecords records = KafkaRecords.of(Topic.HOSPITAL)) {
            NewHospital marker = aHospital().registered();
            tell(registered(marker));
            records.await(withKey(marker.hospitalId().toString()));
            var record = records.await(withKey(hospital.hospitalId().toString()));
            assertThat(records.until(seen -> true).stream()
                            .filter(withKey(hospital.hospitalId().toString())))
                    .hasSize(1);
            assertThat(KafkaRecords.header(record, "ce_type")).isEqualTo(HospitalRegistered.TYPE);
            assertThat(KafkaRecords.header(record, "ce_correlationid")).isEqualTo("request-" + hospital.accountId());
        }
        hospital.register().then().statusCode(200);
        hospital.cancel().then().spec(problem(409, "REGISTRATION_COMPLETE"));
    }

    @Test
    void aHospitalIsInTheOpenListOnlyOnceItIsVerified() {
        NewHospital hospital = aHospital().registered();
        list().body("name", not(hasItem(hospital.name())));

        tell(registered(hospital));
        awaitStatus(hospital, "REGISTERED");
        list().body("name", not(hasItem(hospital.name())));

        tell(verified(hospital));
        awaitVerified(hospital);
        list().body("name", hasItem(hospital.name()));
        assertThat(tables.hospital(hospital.hospitalId())).containsEntry("verified_at", Timestamp.from(VERIFIED_AT));
    }

    @Test
    void aVerificationLeavesWhatOthersChangeAtTheSameMoment() throws SQLException {
        NewHospital hospital = aHospital().registered();
        tell(registered(hospital));
        awaitStatus(hospital, "REGISTERED");

        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            takeABed(other, hospital);
            tell(verified(hospital));
            Awaitility.await().until(() -> holdsSomebodyUp(other));
            other.commit();
        }

        awaitVerified(hospital);
        assertThat(tables.hospital(hospital.hospitalId()))
                .containsEntry("available_beds", 119)
                .containsEntry("occupied_beds", 1)
                .containsEntry("version", 3L);
    }

    private static void takeABed(Connection connection, NewHospital hospital) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement("""
                update hospital
                   set available_beds = available_beds - 1, occupied_beds = occupied_beds + 1, version = version + 1
                 where id = ?""")) {
            change.setObject(1, hospital.hospitalId());
            change.executeUpdate();
        }
    }

    private static boolean holdsSomebodyUp(Connection connection) throws SQLException {
        try (PreparedStatement waiting = connection.prepareStatement(
                        "select exists (select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid)))");
                ResultSet row = waiting.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Test
    void aDeletedAccountTakesItsHospitalOutOfSightAndFreesItsNumbers() {
        NewHospital hospital = aHospital().registered();

        tell(registered(hospital), verified(hospital), deleted(hospital));

        awaitStatus(hospital, "CLOSED");
        assertThat(tables.hospital(hospital.hospitalId())).containsEntry("active", false);
        list().body("name", not(hasItem(hospital.name())));
        hospital.register().then().spec(problem(409, "REGISTRATION_CANCELLED"));
        hospital.cancel().then().spec(problem(409, "REGISTRATION_COMPLETE"));
        hospital.again().registered();
    }

    @Test
    void eventsThatComeLateDoNotOpenAClosedHospitalAgain() {
        NewHospital hospital = aHospital().registered();
        tell(deleted(hospital));
        awaitStatus(hospital, "CLOSED");

        tell(registered(hospital), verified(hospital), deleted(aHospital()));

        settle(hospital);
        assertThat(tables.hospital(hospital.hospitalId()))
                .containsEntry("status", "CLOSED")
                .doesNotContainKeys("registered_at", "verified_at");
    }

    @Test
    void whatHappensToADoctorOfAHospitalDoesNotHappenToTheHospital() {
        NewHospital hospital = aHospital().registered();
        tell(registered(hospital));
        UUID doctor = UUID.randomUUID();
        UUID account = hospital.accountId();

        tell(
                new AccountVerified(VERIFIED_AT, account, "DOCTOR", doctor, hospital.hospitalId(), UUID.randomUUID()),
                new AccountDeleted(VERIFIED_AT, account, "DOCTOR", null, doctor, hospital.hospitalId()));

        settle(hospital);
        assertThat(tables.hospital(hospital.hospitalId()))
                .containsEntry("status", "REGISTERED")
                .doesNotContainKey("verified_at");
    }

    @Test
    void poisonGoesToTheDeadLetterTopicAloneAndTheRestGoesThrough() {
        NewHospital hospital = aHospital().registered();
        String poison = UUID.randomUUID().toString();
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(Topic.ACCOUNT.topicName(), poison, "{ not json", Map.of("ce_type", AccountRegistered.TYPE));
        }

        tell(registered(hospital));

        awaitStatus(hospital, "REGISTERED");
        String bootstrap = BackingServicesProcess.address(BackingService.KAFKA);
        try (KafkaRecords dead = KafkaRecords.of(bootstrap, Topic.ACCOUNT.dlq())) {
            var record = dead.await(withKey(poison));
            assertThat(KafkaRecords.header(record, "dead-letter-reason")).isNotBlank();
        }
    }

    private static ValidatableResponse list() {
        return given().get("/api/v1/hospitals").then().statusCode(200);
    }

    /** Waits until everything told under the key of this hospital's account is dealt with: events of a key keep their order. */
    private void settle(NewHospital behind) {
        NewHospital marker = aHospital().registered();
        tell(new AccountRegistered(VERIFIED_AT, behind.accountId(), "HOSPITAL_ADMIN", null, null, marker.hospitalId()));
        awaitStatus(marker, "REGISTERED");
    }

    private void awaitStatus(NewHospital hospital, String status) {
        Awaitility.await().untilAsserted(() -> assertThat(tables.hospital(hospital.hospitalId()))
                .containsEntry("status", status));
    }

    private void awaitVerified(NewHospital hospital) {
        Awaitility.await().untilAsserted(() -> assertThat(tables.hospital(hospital.hospitalId()))
                .containsKey("verified_at"));
    }
}

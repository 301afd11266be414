package health.cloudcare.doctor.registration;

import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.DoctorRegistered;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.doctor.DoctorTables;
import health.cloudcare.doctor.NewDoctor;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;

import static health.cloudcare.doctor.AccountStory.VERIFIED_AT;
import static health.cloudcare.doctor.AccountStory.deleted;
import static health.cloudcare.doctor.AccountStory.registered;
import static health.cloudcare.doctor.AccountStory.tell;
import static health.cloudcare.doctor.AccountStory.verified;
import static health.cloudcare.doctor.NewDoctor.aDoctor;
import static health.cloudcare.doctor.NewDoctor.aDoctorWithANameOnly;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class AccountEventsTest {

    @Inject
    DoctorTables tables;

    @Test
    void aRegisteredAccountCompletesItsDoctorOnceHoweverOftenItIsTold() {
        NewDoctor doctor = aDoctor().registered();
        AccountRegistered event = registered(doctor);

        tell(event, event, registered(doctor), verified(doctor));
        awaitStatus(doctor, "REGISTERED");
        awaitVerified(doctor);

        try (KafkaRecords records = KafkaRecords.of(Topic.DOCTOR)) {
            NewDoctor marker = aDoctorWithANameOnly().registered();
            tell(registered(marker));
            var told = records.await(withKey(marker.doctorId().toString()));
            assertThat(EventJson.read(told.value(), DoctorRegistered.class).hospitalId())
                    .isNull();
            var record = records.await(withKey(doctor.doctorId().toString()));
            assertThat(records.until(seen -> true).stream()
                            .filter(withKey(doctor.doctorId().toString()).and(withType(DoctorRegistered.TYPE))))
                    .hasSize(1);
            assertThat(KafkaRecords.header(record, "ce_type")).isEqualTo(DoctorRegistered.TYPE);
            assertThat(KafkaRecords.header(record, "ce_correlationid")).isEqualTo("request-" + doctor.accountId());
            assertThat(EventJson.read(record.value(), DoctorRegistered.class).hospitalId())
                    .isEqualTo(doctor.hospitalId());
        }
        doctor.register().then().statusCode(200);
        doctor.cancel().then().spec(problem(409, "REGISTRATION_COMPLETE"));
    }

    @Test
    void aVerifiedAccountVerifiesItsDoctorAndConfirmsTheHospital() {
        NewDoctor doctor = aDoctor().registered();

        tell(registered(doctor), verified(doctor));

        awaitVerified(doctor);
        assertThat(tables.doctor(doctor.doctorId())).containsEntry("verified_at", Timestamp.from(VERIFIED_AT));
        assertThat(tables.affiliation(doctor.doctorId())).containsEntry("standing", "ACTIVE");
    }

    @Test
    void aDeletedAccountLeavesNothingPersonalAndFreesTheLicence() {
        NewDoctor doctor = aDoctor().with("bio", "Hearts.").registered();

        tell(registered(doctor), verified(doctor), deleted(doctor));

        awaitStatus(doctor, "CLOSED");
        assertThat(tables.doctor(doctor.doctorId()))
                .containsOnlyKeys(
                        "id",
                        "account_id",
                        "status",
                        "created_at",
                        "registered_at",
                        "verified_at",
                        "closed_at",
                        "max_patients_per_day",
                        "phone_digits",
                        "search_name",
                        "version")
                .containsEntry("phone_digits", "")
                .containsEntry("search_name", "");
        assertThat(tables.affiliation(doctor.doctorId()))
                .containsEntry("standing", "ENDED")
                .containsEntry("is_primary", false);
        doctor.register().then().spec(problem(409, "REGISTRATION_CANCELLED"));
        doctor.cancel().then().spec(problem(409, "REGISTRATION_COMPLETE"));
        doctor.again().registered();
    }

    @Test
    void eventsThatComeLateDoNotOpenAClosedProfileAgain() {
        NewDoctor doctor = aDoctor().registered();
        NewDoctor marker = aDoctor().registered();

        tell(deleted(doctor), registered(doctor), verified(doctor));
        awaitStatus(doctor, "CLOSED");
        // the same key for the marker, so that it is dealt with after them
        tellBehind(doctor, registered(marker));

        awaitStatus(marker, "REGISTERED");
        assertThat(tables.doctor(doctor.doctorId()))
                .containsEntry("status", "CLOSED")
                .doesNotContainKeys("registered_at", "verified_at");
    }

    @Test
    void accountsOfOthersAndDoctorsWhoAreNotHereAreNoReasonToStop() {
        NewDoctor doctor = aDoctor().registered();
        UUID patient = UUID.randomUUID();
        AccountRegistered other = new AccountRegistered(VERIFIED_AT, UUID.randomUUID(), "PATIENT", patient, null, null);

        tell(other, registered(aDoctor()), deleted(aDoctor()), registered(doctor));

        awaitStatus(doctor, "REGISTERED");
    }

    @Test
    void poisonGoesToTheDeadLetterTopicAloneAndTheRestGoesThrough() {
        NewDoctor doctor = aDoctor().registered();
        String poison = UUID.randomUUID().toString();
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(Topic.ACCOUNT.topicName(), poison, "{ not json", Map.of("ce_type", AccountRegistered.TYPE));
        }

        tell(registered(doctor));

        awaitStatus(doctor, "REGISTERED");
        String bootstrap = BackingServicesProcess.address(BackingService.KAFKA);
        try (KafkaRecords dead = KafkaRecords.of(bootstrap, Topic.ACCOUNT.dlq())) {
            var record = dead.await(withKey(poison));
            assertThat(KafkaRecords.header(record, "dead-letter-reason")).isNotBlank();
        }
    }

    private static void tellBehind(NewDoctor doctor, AccountRegistered event) {
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(
                    event.topic().topicName(),
                    doctor.accountId().toString(),
                    EventJson.write(event),
                    Map.of("ce_type", event.type(), "ce_id", event.eventId().toString()));
        }
    }

    private void awaitStatus(NewDoctor doctor, String status) {
        Awaitility.await().untilAsserted(() -> assertThat(tables.doctor(doctor.doctorId()))
                .containsEntry("status", status));
    }

    private void awaitVerified(NewDoctor doctor) {
        Awaitility.await().untilAsserted(() -> assertThat(tables.doctor(doctor.doctorId()))
                .containsKey("verified_at"));
    }
}

package health.cloudcare.patient.registration;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccountRegistered;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientRegistered;
import health.cloudcare.contracts.Topic;
import health.cloudcare.patient.NewPatient;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;

import static health.cloudcare.patient.NewPatient.aPatient;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA})
class AccountEventsTest {

    private static final Instant NOW = Instant.parse("2025-11-19T05:50:01Z");

    @Test
    void aRegisteredAccountCompletesItsPatientOnceHoweverOftenItIsTold() {
        NewPatient patient = aPatient().with("time_zone", "Asia/Kathmandu").registered();
        NewPatient marker = aPatient().registered();

        send(accountOf(patient), accountOf(patient), accountOf(marker));

        try (KafkaRecords records = KafkaRecords.of(Topic.PATIENT)) {
            var record = records.await(withKey(patient.patientId().toString()));
            records.await(withKey(marker.patientId().toString()));
            var all = records.until(seen -> true);
            assertThat(all.stream().filter(withKey(patient.patientId().toString())))
                    .hasSize(1);
            assertThat(KafkaRecords.header(record, "ce_type")).isEqualTo(PatientRegistered.TYPE);
            assertThat(KafkaRecords.header(record, "ce_correlationid")).isEqualTo("request-" + patient.patientId());
            assertThat(EventJson.read(record.value(), PatientRegistered.class).timeZone())
                    .isEqualTo("Asia/Kathmandu");
        }
        patient.cancel().then().spec(problem(409, "REGISTRATION_COMPLETE"));
    }

    @Test
    void poisonGoesToTheDeadLetterTopicAloneAndTheRestGoesThrough() {
        NewPatient patient = aPatient().registered();
        String poison = UUID.randomUUID().toString();
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(Topic.ACCOUNT.topicName(), poison, "{ not json", Map.of("ce_type", AccountRegistered.TYPE));
        }

        send(accountOf(patient));

        try (KafkaRecords records = KafkaRecords.of(Topic.PATIENT)) {
            records.await(withKey(patient.patientId().toString()));
        }
        String bootstrap = BackingServicesProcess.address(BackingService.KAFKA);
        try (KafkaRecords dead = KafkaRecords.of(bootstrap, Topic.ACCOUNT.dlq())) {
            var record = dead.await(withKey(poison));
            assertThat(KafkaRecords.header(record, "dead-letter-reason")).isNotBlank();
        }
    }

    private static AccountRegistered accountOf(NewPatient patient) {
        UUID eventId = UUID.nameUUIDFromBytes(patient.accountId().toString().getBytes(UTF_8));
        return new AccountRegistered(eventId, NOW, patient.accountId(), "PATIENT", patient.patientId(), null, null);
    }

    private static void send(AccountRegistered... events) {
        try (KafkaSender sender = new KafkaSender()) {
            for (AccountRegistered event : events) {
                Map<String, String> headers = Map.of(
                        "ce_type", event.type(),
                        "ce_id", event.eventId().toString(),
                        "ce_correlationid", "request-" + event.patientId());
                sender.send(event.topic().topicName(), event.key(), EventJson.write(event), headers);
            }
        }
    }
}

package health.cloudcare.document.erasure;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.PatientErased;
import health.cloudcare.contracts.Topic;
import health.cloudcare.document.Files;
import health.cloudcare.document.NewDocument;
import health.cloudcare.document.Storage;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.BackingServicesProcess;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;

import static health.cloudcare.document.NewDocument.aDocument;
import static health.cloudcare.document.NewDocument.list;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.S3})
class PatientErasureTest {

    @Inject
    Storage storage;

    @Test
    void whoLeavesHasNoDocumentsAnyMoreAndNoneIsAddedAfterwards() {
        NewDocument leaving = aDocument().withFile(Files.PDF);
        NewDocument staying = aDocument().withFile(Files.PDF);
        leaving.uploaded();
        leaving.without("file_data").uploaded();
        staying.uploaded();
        PatientErased event = new PatientErased(Instant.now(), leaving.patientId());

        send(event, event);

        Awaitility.await().untilAsserted(() -> list(leaving.patientId()).then().body("size()", equalTo(0)));
        list(staying.patientId()).then().body("size()", equalTo(1));
        leaving.upload().then().spec(problem(404, "NOT_FOUND"));
        storage.awaitNothingLeftBehind();
    }

    @Test
    void aPatientWithoutDocumentsWhoLeavesGetsNoneEither() {
        NewDocument document = aDocument();

        send(new PatientErased(Instant.now(), document.patientId()));

        Awaitility.await().untilAsserted(() -> assertThat(storage.rows(
                        "SELECT 1 FROM record_owner WHERE patient_id = ? AND erased_at IS NOT NULL",
                        document.patientId()))
                .isNotEmpty());
        document.upload().then().spec(problem(404, "NOT_FOUND"));
    }

    @Test
    void poisonGoesToTheDeadLetterTopicAloneAndTheRestGoesThrough() {
        NewDocument leaving = aDocument();
        leaving.uploaded();
        String poison = UUID.randomUUID().toString();
        try (KafkaSender sender = new KafkaSender()) {
            sender.send(Topic.PATIENT.topicName(), poison, "{ not json", Map.of("ce_type", PatientErased.TYPE));
        }

        send(new PatientErased(Instant.now(), leaving.patientId()));

        Awaitility.await().untilAsserted(() -> list(leaving.patientId()).then().body("size()", equalTo(0)));
        try (KafkaRecords dead =
                KafkaRecords.of(BackingServicesProcess.address(BackingService.KAFKA), Topic.PATIENT.dlq())) {
            assertThat(KafkaRecords.header(dead.await(KafkaRecords.withKey(poison)), "dead-letter-reason"))
                    .isNotBlank();
        }
    }

    private static void send(PatientErased... events) {
        try (KafkaSender sender = new KafkaSender()) {
            for (PatientErased event : events) {
                sender.send(
                        event.topic().topicName(),
                        event.key(),
                        EventJson.write(event),
                        Map.of("ce_type", event.type(), "ce_id", event.eventId().toString()));
            }
        }
    }
}

package health.cloudcare.document.record;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.document.Files;
import health.cloudcare.document.GivenConsent;
import health.cloudcare.document.NewDocument;
import health.cloudcare.document.Storage;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.document.NewDocument.DOCUMENTS;
import static health.cloudcare.document.NewDocument.aDocument;
import static health.cloudcare.document.NewDocument.delete;
import static health.cloudcare.document.NewDocument.list;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.S3})
class RecordRemovalTest {

    @Inject
    Storage storage;

    @Test
    void anOwnerRemovesADocumentWithItsFile() {
        NewDocument document = aDocument().withFile(Files.PDF);
        UUID id = document.uploaded();
        UUID other = document.uploaded();
        String token = Tokens.patient(document.patientId());

        delete(id, token).then().statusCode(200).body("success", equalTo(true)).body("message", notNullValue());

        delete(id, token).then().spec(problem(404, "NOT_FOUND"));
        list(document.patientId()).then().body("id", equalTo(List.of(other.toString())));
        storage.awaitNothingLeftBehind();
    }

    @Test
    void forAnybodyElseThereIsNoSuchDocumentAndTheirTryIsOnRecord() {
        NewDocument document = aDocument();
        UUID id = document.uploaded();
        String doctor = GivenConsent.toDoctor(document.patientId()).opened();

        delete(id, Tokens.patient(UUID.randomUUID())).then().spec(problem(404, "NOT_FOUND"));
        delete(id, doctor).then().spec(problem(404, "NOT_FOUND"));
        delete(id, Tokens.systemAdmin()).then().spec(problem(404, "NOT_FOUND"));

        list(document.patientId()).then().body("size()", equalTo(1));
        try (KafkaRecords trail = KafkaRecords.of(Topic.ACCESS)) {
            var refused = trail.await(
                    KafkaRecords.withKey(document.patientId().toString())
                            .and(KafkaRecords.withType(AccessRefused.TYPE)),
                    3);
            assertThat(refused)
                    .extracting(record ->
                            EventJson.read(record.value(), AccessRefused.class).resource())
                    .containsOnly("documents/delete");
        }
    }

    @Test
    void refusesWhatIsNotThereOrNoIdAndAsksForAToken() {
        String token = Tokens.patient(UUID.randomUUID());

        delete(UUID.randomUUID(), token).then().spec(problem(404, "NOT_FOUND"));
        given().auth().oauth2(token).delete(DOCUMENTS + "/mine").then().spec(problem(422, "VALIDATION_ERROR"));
        given().delete(DOCUMENTS + "/" + UUID.randomUUID()).then().spec(problem(401, "AUTH_FAILED"));
    }
}

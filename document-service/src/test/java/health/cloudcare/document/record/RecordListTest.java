package health.cloudcare.document.record;

import java.net.URI;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.document.Files;
import health.cloudcare.document.GivenConsent;
import health.cloudcare.document.NewDocument;
import health.cloudcare.document.Storage;
import health.cloudcare.document.TestPatients;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.document.NewDocument.DOCUMENTS;
import static health.cloudcare.document.NewDocument.aDocument;
import static health.cloudcare.document.NewDocument.aDocumentOf;
import static health.cloudcare.document.NewDocument.list;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.S3})
class RecordListTest {

    @Inject
    Storage storage;

    @Test
    void listsTheNewestFirstWithTheirFiles() {
        NewDocument document = aDocument().withFile(Files.PDF);
        String middle = document.with("date", "2024-06-01").uploaded().toString();
        String oldest = document.with("date", "2023-06-01").uploaded().toString();
        String newest = document.uploaded().toString();

        list(document.patientId())
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body("id", contains(newest, middle, oldest))
                .body("file_url[0]", equalTo("data:application/pdf;base64," + base64(Files.PDF)))
                .body("date[1]", equalTo("2024-06-01T00:00:00Z"));
    }

    @Test
    void aPatientWithoutDocumentsHasAnEmptyList() {
        list(UUID.randomUUID()).then().statusCode(200).body("size()", equalTo(0));
    }

    @Test
    void leavesLargeFilesOutAndAllFilesWhenToldSo() {
        NewDocument document = aDocument();
        byte[] small = Files.pdf(1024 * 1024);
        document.with("date", "2024-01-02").uploadAsForm(small).then().statusCode(201);
        document.with("date", "2024-01-01")
                .uploadAsForm(Files.pdf(1024 * 1024 + 1))
                .then()
                .statusCode(201);

        list(document.patientId())
                .then()
                .body("[0].file_url", equalTo("data:application/pdf;base64," + base64(small)))
                .body("[1].file_url", nullValue())
                .body("[1].download_url", notNullValue());
        given().auth()
                .oauth2(Tokens.patient(document.patientId()))
                .get(DOCUMENTS + "/" + document.patientId() + "?inline=false")
                .then()
                .body("[0].file_url", nullValue())
                .body("[0].download_url", notNullValue());
    }

    @Test
    void aFileThatCannotBeReadLeavesTheRestOfTheAnswerAsItIs() {
        NewDocument document = aDocument().withFile(Files.PDF);
        document.uploaded();
        UUID other = document.with("date", "2024-01-01").uploaded();
        String key = storage.rows("SELECT object_key FROM medical_record WHERE id = ?", other)
                .iterator()
                .next();
        storage.removeObject(key);
        try {
            list(document.patientId())
                    .then()
                    .statusCode(200)
                    .body("[0].file_url", notNullValue())
                    .body("[1].file_url", nullValue());
        } finally {
            storage.putObject(key);
        }
    }

    @Test
    void linksOpenTheFileForAFewMinutesAndSayNothingOfIt() {
        NewDocument document = aDocument().withFile(Files.docx());
        UUID id = document.uploaded();

        String link = list(document.patientId()).then().extract().path("[0].download_url");

        given().urlEncodingEnabled(false)
                .get(link)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                .header("Content-Disposition", "attachment; filename=\"document-" + id + ".docx\"");
        assertThat(URI.create(link).getQuery()).contains("X-Amz-Expires=300");
        assertThat(link).doesNotContain(document.patientId().toString()).doesNotContain("Blood");
        given().urlEncodingEnabled(false)
                .get(link.replace("X-Amz-Signature=", "X-Amz-Signature=0"))
                .then()
                .statusCode(403);
    }

    @Test
    void aGranteeSeesTheDaysOfTheConsentAndIsNotInvitedToKeepACopy() {
        NewDocument document = aDocument().withFile(Files.PDF);
        for (String day : List.of("2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01")) {
            document.with("date", day).uploaded();
        }
        String doctor = GivenConsent.toDoctor(document.patientId())
                .between(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31))
                .opened();

        String link = list(document.patientId(), doctor)
                .then()
                .statusCode(200)
                .body("date", contains("2024-01-31T00:00:00Z", "2024-01-01T00:00:00Z"))
                .body("[0].file_url", notNullValue())
                .extract()
                .path("[0].download_url");

        given().urlEncodingEnabled(false).get(link).then().header("Content-Disposition", containsString("inline"));
    }

    @Test
    void whoMayKeepACopyIsOfferedOne() {
        NewDocument document = aDocument().withFile(Files.PDF);
        document.uploaded();
        String hospital = GivenConsent.toHospital(document.patientId()).opened();

        String link = list(document.patientId(), hospital)
                .then()
                .body("size()", equalTo(1))
                .extract()
                .path("[0].download_url");

        given().urlEncodingEnabled(false).get(link).then().header("Content-Disposition", containsString("attachment"));
    }

    @Test
    void aConsentForOtherDataOpensNothingAndARevokedOneNothingAnyMore() {
        UUID patient = UUID.randomUUID();
        GivenConsent consent = GivenConsent.toDoctor(patient);
        String doctor = consent.opened();
        GivenConsent ofWearables = GivenConsent.toHospital(patient).of("WEARABLES");
        ofWearables.told();

        consent.revoked(); // told after the other, of the same patient: once this is known, that is

        list(patient, ofWearables.token()).then().spec(problem(403, "ACCESS_DENIED"));
        list(patient, doctor).then().spec(problem(403, "ACCESS_DENIED"));
        aDocumentOf(patient).upload(doctor).then().spec(problem(403, "ACCESS_DENIED"));
    }

    @Test
    void nobodyElseSeesThemAndEveryLookIsOnRecord() {
        NewDocument document = aDocument();
        UUID patient = document.patientId();
        document.uploaded();

        list(patient, Tokens.patient(UUID.randomUUID())).then().spec(problem(403, "ACCESS_DENIED"));
        list(patient, Tokens.doctor(UUID.randomUUID())).then().spec(problem(403, "ACCESS_DENIED"));
        list(patient, Tokens.hospitalAdmin(UUID.randomUUID())).then().spec(problem(403, "ACCESS_DENIED"));
        list(patient, Tokens.systemAdmin()).then().spec(problem(403, "ACCESS_DENIED"));
        list(patient).then().statusCode(200);

        try (KafkaRecords trail = KafkaRecords.of(Topic.ACCESS)) {
            var ofPatient = KafkaRecords.withKey(patient.toString());
            var refused = trail.await(ofPatient.and(KafkaRecords.withType(AccessRefused.TYPE)), 4);
            var allowed = trail.await(ofPatient.and(KafkaRecords.withType(DataAccessed.TYPE)), 2);
            assertThat(refused)
                    .extracting(record ->
                            EventJson.read(record.value(), AccessRefused.class).resource())
                    .containsOnly("documents/list");
            assertThat(allowed)
                    .extracting(record ->
                            EventJson.read(record.value(), DataAccessed.class).resource())
                    .containsExactly("documents/upload", "documents/list");
        }
    }

    @Test
    void asksForATokenAndForAKnownPatient() {
        given().get(DOCUMENTS + "/" + UUID.randomUUID()).then().spec(problem(401, "AUTH_FAILED"));
        list(TestPatients.UNKNOWN, Tokens.doctor(UUID.randomUUID())).then().spec(problem(404, "NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"me", "1"})
    void refusesWhatIsNoId(String id) {
        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID()))
                .get(DOCUMENTS + "/" + id)
                .then()
                .spec(problem(422, "VALIDATION_ERROR"));
    }

    private static String base64(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }
}

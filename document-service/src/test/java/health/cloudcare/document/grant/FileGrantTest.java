package health.cloudcare.document.grant;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.ConnectionAccepted;
import health.cloudcare.contracts.ConnectionRemoved;
import health.cloudcare.contracts.DataAccessed;
import health.cloudcare.contracts.DocumentDeleted;
import health.cloudcare.contracts.DocumentShareRevoked;
import health.cloudcare.contracts.DocumentShared;
import health.cloudcare.contracts.DocumentUploaded;
import health.cloudcare.contracts.Event;
import health.cloudcare.contracts.EventJson;
import health.cloudcare.contracts.Topic;
import health.cloudcare.document.Files;
import health.cloudcare.document.NewDocument;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.kafka.KafkaRecords;
import health.cloudcare.testkit.kafka.KafkaSender;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.document.NewDocument.aDocument;
import static health.cloudcare.document.NewDocument.aDocumentOf;
import static health.cloudcare.testkit.kafka.KafkaRecords.withKey;
import static health.cloudcare.testkit.kafka.KafkaRecords.withType;
import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** A patient opens single documents to doctors they are connected with. */
@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.S3})
class FileGrantTest {

    private static final Instant AT = Instant.parse("2025-11-19T05:50:01Z");

    private final UUID doctor = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final NewDocument document = aDocument().withFile(Files.PDF);
    private final UUID patient = document.patientId();

    @Test
    void aGrantOpensThatFileOnlyAndIsOnTheTrail() {
        UUID file = document.uploaded();
        UUID other = aDocumentOf(patient).uploaded();
        grant(file).then().spec(problem(409, "NOT_CONNECTED"));
        connect();

        grant(file).then().statusCode(200).body("success", equalTo(true)).body("detail", notNullValue());
        grant(file).then().statusCode(200);

        link(Tokens.doctor(doctor), file, "f")
                .then()
                .statusCode(200)
                .body("url", containsString("X-Amz-Expires=120"))
                .body("data.url", notNullValue());
        link(Tokens.doctor(doctor), other, "0").then().spec(problem(404, "FILE_NOT_FOUND"));
        as(Tokens.doctor(doctor))
                .get("/protected/resource/patientFileData/" + patient)
                .then()
                .statusCode(200)
                .body("files._id", contains(file.toString()))
                .body("files[0].metadata.file_name", equalTo("Blood count.pdf"))
                .body("files[0].metadata.ext", equalTo("pdf"))
                .body("files[0].content_type", equalTo("application/pdf"))
                .body("files[0].uploaded_at", notNullValue())
                .body("$", not(containsString("object_key")));
        as(Tokens.doctor(doctor)).get("/api/v1/documents/" + patient).then().spec(problem(403));
        try (KafkaRecords records = KafkaRecords.of(Topic.ACCESS)) {
            DataAccessed access = records
                    .await(
                            withKey(patient.toString())
                                    .and(withType(DataAccessed.TYPE))
                                    .and(record ->
                                            access(record.value()).resource().equals("documents/link")),
                            1)
                    .stream()
                    .map(record -> access(record.value()))
                    .findFirst()
                    .orElseThrow();
            assertThat(access.actorProfileId()).isEqualTo(doctor);
            assertThat(access.consentId()).isNotNull();
        }
    }

    @Test
    void theEndOfTheConnectionEndsItAndANewOneDoesNotBringItBack() {
        UUID file = document.uploaded();
        connect();
        grant(file).then().statusCode(200);

        send(new ConnectionRemoved(AT, patient, connection, doctor, 3), accepted(connection));

        Awaitility.await().until(() -> link(Tokens.doctor(doctor), file, "f").statusCode() == 404);
        as(Tokens.doctor(doctor))
                .get("/protected/resource/patientFileData/" + patient)
                .then()
                .spec(problem(404));
        send(accepted(UUID.randomUUID()));
        Awaitility.await()
                .until(() -> as(Tokens.doctor(doctor))
                                .get("/protected/resource/patientFileData/" + patient)
                                .statusCode()
                        == 200);
        link(Tokens.doctor(doctor), file, "f").then().spec(problem(404));
        assertThat(told(3))
                .extracting(Event::type)
                .containsExactly(DocumentUploaded.TYPE, DocumentShared.TYPE, DocumentShareRevoked.TYPE);
    }

    @Test
    void thePatientTakesItBackAndRemovesTheDocument() {
        UUID file = document.uploaded();
        connect();
        grant(file).then().statusCode(200);
        revoke(file).then().statusCode(200);
        revoke(file).then().spec(problem(404, "SHARE_NOT_FOUND"));
        link(Tokens.doctor(doctor), file, "f").then().spec(problem(404));
        grant(file).then().statusCode(200);

        as(self()).delete("/api/v1/documents/" + file).then().statusCode(200);

        link(Tokens.doctor(doctor), file, "f").then().spec(problem(404));
        assertThat(told(6))
                .extracting(Event::type)
                .containsExactly(
                        DocumentUploaded.TYPE,
                        DocumentShared.TYPE,
                        DocumentShareRevoked.TYPE,
                        DocumentShared.TYPE,
                        DocumentShareRevoked.TYPE,
                        DocumentDeleted.TYPE);
    }

    @Test
    void onlyTheOwnerOpensCloses() {
        UUID file = document.uploaded();
        connect();
        String stranger = Tokens.patient(UUID.randomUUID());
        as(stranger)
                .post("/protected/resource/createFileAccess/" + file + "?p=" + doctor)
                .then()
                .spec(problem(404, "FILE_NOT_FOUND"));
        as(stranger)
                .post("/protected/resource/revokeFileAccess/" + file + "?p=" + doctor)
                .then()
                .spec(problem(404, "FILE_NOT_FOUND"));
        as(Tokens.doctor(doctor))
                .post("/protected/resource/createFileAccess/" + file + "?p=" + doctor)
                .then()
                .spec(problem(403));
        link(stranger, file, "t").then().spec(problem(404, "FILE_NOT_FOUND"));
        given().get("/protected/resource/fileURL/" + file + "?o=t").then().spec(problem(401));
        as(self()).post("/protected/resource/createFileAccess/" + file).then().spec(invalidField("p"));
        as(self())
                .post("/protected/resource/createFileAccess/" + file + "?t=w&p=" + doctor)
                .then()
                .spec(invalidField("t"));
        link(self(), file, "maybe").then().spec(invalidField("o"));
        link(self(), file, "true").then().statusCode(200);
        String unverified = Tokens.doctorToken(doctor).claim("verified", false).sign();
        grant(file).then().statusCode(200);
        link(unverified, file, "f").then().spec(problem(404));
        as(unverified)
                .get("/protected/resource/patientFileData/" + patient)
                .then()
                .spec(problem(404));
    }

    @Test
    void ownFilesComeTenAPageNewestFirst() {
        UUID last = null;
        for (int i = 0; i < 11; i++) {
            last = aDocumentOf(patient).uploaded();
        }
        as(self())
                .get("/protected/resource/userFiles")
                .then()
                .statusCode(200)
                .body("files", hasSize(10))
                .body("files[0].id", equalTo(String.valueOf(last)))
                .body("page", equalTo(1))
                .body("page_size", equalTo(10))
                .body("total", equalTo(11));
        as(self()).get("/protected/resource/userFiles?q=2").then().body("files", hasSize(1));
        as(self()).get("/protected/resource/userFiles?q=0").then().spec(invalidField("q"));
        as(Tokens.patient(UUID.randomUUID()))
                .get("/protected/resource/userFiles")
                .then()
                .body("files", empty());
    }

    private static DataAccessed access(byte[] value) {
        return EventJson.read(value, DataAccessed.class);
    }

    private void connect() {
        send(accepted(connection), accepted(connection));
        Awaitility.await()
                .until(() -> as(Tokens.doctor(doctor))
                                .get("/protected/resource/patientFileData/" + patient)
                                .statusCode()
                        == 200);
    }

    private ConnectionAccepted accepted(UUID id) {
        return new ConnectionAccepted(AT, patient, id, doctor, 2);
    }

    private List<Event> told(int count) {
        try (KafkaRecords records = KafkaRecords.of(Topic.DOCUMENT)) {
            return records.await(withKey(patient.toString()), count).stream()
                    .map(record -> (Event) EventJson.read(record.value(), kind(KafkaRecords.header(record, "ce_type"))))
                    .toList();
        }
    }

    private static Class<? extends Event> kind(String type) {
        return switch (type) {
            case DocumentUploaded.TYPE -> DocumentUploaded.class;
            case DocumentShared.TYPE -> DocumentShared.class;
            case DocumentShareRevoked.TYPE -> DocumentShareRevoked.class;
            case DocumentDeleted.TYPE -> DocumentDeleted.class;
            default -> throw new AssertionError(type);
        };
    }

    private static void send(Event... events) {
        try (KafkaSender sender = new KafkaSender()) {
            for (Event event : events) {
                sender.send(
                        event.topic().topicName(),
                        event.key(),
                        EventJson.write(event),
                        Map.of("ce_type", event.type(), "ce_id", event.eventId().toString()));
            }
        }
    }

    private Response grant(UUID file) {
        return as(self()).post("/protected/resource/createFileAccess/" + file + "?t=r&p=" + doctor);
    }

    private Response revoke(UUID file) {
        return as(self()).post("/protected/resource/revokeFileAccess/" + file + "?p=" + doctor);
    }

    private static Response link(String token, UUID file, String own) {
        return as(token).get("/protected/resource/fileURL/" + file + "?o=" + own);
    }

    private String self() {
        return Tokens.patient(patient);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}

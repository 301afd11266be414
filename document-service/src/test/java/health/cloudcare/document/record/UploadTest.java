package health.cloudcare.document.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import health.cloudcare.document.Files;
import health.cloudcare.document.GivenConsent;
import health.cloudcare.document.NewDocument;
import health.cloudcare.document.Storage;
import health.cloudcare.document.TestPatients;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;

import static health.cloudcare.document.NewDocument.UPLOAD;
import static health.cloudcare.document.NewDocument.aDocument;
import static health.cloudcare.document.NewDocument.aDocumentOf;
import static health.cloudcare.document.NewDocument.list;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithBackingServices({BackingService.POSTGRES, BackingService.KAFKA, BackingService.S3})
class UploadTest {

    private static final int MIB = 1024 * 1024;

    @Inject
    Storage storage;

    @Test
    void takesADocumentAsTheAppSendsIt() {
        UUID patient = UUID.randomUUID();
        Instant before = Instant.now().minusMillis(1);

        var answer = aDocumentOf(patient).withFile(Files.PDF).upload().then().statusCode(201);

        String id = answer.extract().path("id");
        answer.header("Location", endsWith("/api/v1/documents/" + id))
                .body("patient_id", equalTo(patient.toString()))
                .body("facility_id", nullValue())
                .body("title", equalTo("Blood count"))
                .body("description", equalTo("Yearly check"))
                .body("record_type", equalTo("LAB_REPORT"))
                .body("file_url", nullValue())
                .body("download_url", notNullValue());
        assertThat(Instant.parse(answer.extract().path("date"))).isBetween(before, Instant.now());
        assertThat(answer.extract().<String>path("created_at")).endsWith("Z");
        assertThat(given().urlEncodingEnabled(false)
                        .get(answer.extract().<String>path("download_url"))
                        .then()
                        .statusCode(200)
                        .contentType("application/pdf")
                        .extract()
                        .asByteArray())
                .isEqualTo(Files.PDF);
    }

    @Test
    void takesADocumentAsAForm() {
        NewDocument document = aDocument().without("description").with("date", "2024-02-29");

        document.uploadAsForm(Files.PNG)
                .then()
                .statusCode(201)
                .body("description", equalTo(""))
                .body("date", equalTo("2024-02-29T00:00:00Z"));

        list(document.patientId()).then().body("[0].file_url", equalTo("data:image/png;base64," + base64(Files.PNG)));
    }

    @Test
    void takesBareBase64AndEscapesAndPrefixesOfAnyKind() {
        String base64 = base64(Files.PDF);
        String escaped = "data:application/pdf;charset\\u003dutf-8;base64," + base64.replace("=", "\\u003d");
        NewDocument document = aDocument();

        document.with("file_data", base64).uploaded();
        document.with("file_data", base64.replace("=", "")).uploaded();
        String body = """
                {"file_data": "%s", "record_type": "general", "title": "data:x;base64,a", "description": "",
                 "patient_id": "%s", "unknown": {"file_data": 1}}
                """.formatted(escaped, document.patientId());
        given().auth()
                .oauth2(Tokens.patient(document.patientId()))
                .contentType(ContentType.JSON)
                .body(body)
                .post(UPLOAD)
                .then()
                .statusCode(201)
                .body("title", equalTo("data:x;base64,a"))
                .body("record_type", equalTo("GENERAL"));

        assertThat(list(document.patientId()).then().extract().<String>path("[2].file_url"))
                .isEqualTo("data:application/pdf;base64," + base64);
        assertThat(list(document.patientId()).then().extract().<List<String>>path("file_url"))
                .hasSize(3)
                .containsOnly("data:application/pdf;base64," + base64);
    }

    @Test
    void takesTitlesOfAnyCharacters() {
        aDocument().with("title", " \u2003 ").upload().then().spec(problem(422, "VALIDATION_ERROR"));
        aDocument()
                .with("title", "रक्त जाँच 🩸")
                .upload()
                .then()
                .statusCode(201)
                .body("title", equalTo("रक्त जाँच 🩸"));
    }

    @Test
    void takesARecordWithoutAFile() {
        NewDocument document = aDocument();

        document.upload().then().statusCode(201).body("download_url", nullValue());

        list(document.patientId()).then().body("[0].file_url", nullValue()).body("[0].download_url", nullValue());
    }

    @Test
    void takesTenMegabytesEitherWayAndNoByteMore() throws Exception {
        NewDocument document = aDocument();

        assertThat(document.withFile(Files.pdf(10 * MIB)).uploadAtOnce()).isEqualTo(201);
        assertThat(document.withFile(Files.pdf(10 * MIB + 1)).uploadAtOnce()).isEqualTo(413);
        document.uploadAsForm(Files.pdf(10 * MIB + 1)).then().spec(problem(413, "TOO_LARGE"));

        list(document.patientId()).then().body("size()", equalTo(1)).body("[0].file_url", nullValue());
        storage.awaitNothingLeftBehind();
    }

    @Test
    void acceptsByContentWhatTheKindOfRecordAllows() {
        NewDocument document = aDocument();

        document.withFile(Files.JPEG).uploaded();
        document.withFile(Files.docx()).uploaded();
        document.withFile(Files.ole("WordDocument")).uploaded();
        document.with("record_type", "imaging").withFile(Files.DICOM).uploaded();

        document.withFile(Files.DICOM).upload().then().spec(problem(422, "VALIDATION_ERROR"));
        document.withFile(Files.EXE).upload().then().spec(problem(422, "VALIDATION_ERROR"));
        document.withFile(new byte[0]).upload().then().spec(problem(422, "VALIDATION_ERROR"));
        document.with("file_data", "data:application/pdf;base64," + base64(Files.HTML))
                .upload()
                .then()
                .spec(problem(422, "VALIDATION_ERROR"))
                .body("errors[0].field", equalTo("file"));
        document.uploadAsForm(Files.HTML).then().spec(problem(422, "VALIDATION_ERROR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:application/pdf;base64,JVBERi0$$", "JVBER", "data:text/plain,hello", "~"})
    void refusesMalformedBase64WithoutRepeatingIt(String fileData) {
        aDocument()
                .with("file_data", fileData)
                .upload()
                .then()
                .spec(problem(422, "VALIDATION_ERROR"))
                .body("errors.field", hasItem("file_data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient_id", "title", "description", "record_type"})
    void asksForEveryDocumentedMember(String member) {
        aDocument()
                .without(member)
                .upload()
                .then()
                .spec(problem(422, "VALIDATION_ERROR"))
                .body("errors[0].field", equalTo(member));
    }

    @Test
    void refusesWhatCannotBe() {
        LocalDate future = LocalDate.now(ZoneOffset.UTC).plusDays(2);

        refused(aDocument().with("title", " "), "title");
        refused(aDocument().with("title", "t".repeat(201)), "title");
        refused(aDocument().with("description", "d".repeat(2001)), "description");
        refused(aDocument().with("record_type", "SELFIE"), "record_type");
        refused(aDocument().with("patient_id", "me"), "patient_id");
        refused(aDocument().with("date", future), "date");
        refused(aDocument().with("date", "yesterday"), "date");
        refused(aDocument().with("file_data", 17), "file_data");
        aDocument().with("title", "t".repeat(1_000_000)).upload().then().spec(problem(422, "VALIDATION_ERROR"));
        aDocument()
                .with("description", "d".repeat(9000))
                .uploadAsForm(Files.PDF)
                .then()
                .spec(problem(413, "TOO_LARGE"));
        aDocument().uploadAsFormWithoutFile().then().spec(problem(422, "VALIDATION_ERROR"));
        aDocument()
                .with("description", "d".repeat(2001))
                .uploadAsForm(Files.PDF)
                .then()
                .spec(problem(422, "VALIDATION_ERROR"))
                .body("errors[0].field", equalTo("description"));
        aDocument().with("date", "29.02.2024").uploadAsForm(Files.PDF).then().spec(problem(422, "VALIDATION_ERROR"));
    }

    private static void refused(NewDocument document, String field) {
        document.upload().then().spec(problem(422, "VALIDATION_ERROR")).body("errors[0].field", equalTo(field));
    }

    @Test
    void refusesWhatIsNoUpload() {
        String token = Tokens.patient(UUID.randomUUID());

        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("[1]")
                .post(UPLOAD)
                .then()
                .statusCode(422);
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"title")
                .post(UPLOAD)
                .then()
                .statusCode(422);
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .post(UPLOAD)
                .then()
                .statusCode(422);
        given().auth()
                .oauth2(token)
                .contentType("text/plain")
                .body("x")
                .post(UPLOAD)
                .then()
                .statusCode(415);
    }

    @Test
    void asksForAToken() {
        given().contentType(ContentType.JSON).body("{}").post(UPLOAD).then().spec(problem(401, "AUTH_FAILED"));
        given().multiPart("file", "a.pdf", Files.PDF).post(UPLOAD).then().spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void nobodyAddsToSomebodyElsesRecordsWithoutConsent() {
        NewDocument document = aDocument().withFile(Files.PDF);

        document.upload(Tokens.patient(UUID.randomUUID())).then().spec(problem(403, "ACCESS_DENIED"));
        document.upload(Tokens.doctor(UUID.randomUUID())).then().spec(problem(403, "ACCESS_DENIED"));
        document.upload(Tokens.hospitalAdmin(UUID.randomUUID())).then().spec(problem(403, "ACCESS_DENIED"));
        document.upload(Tokens.systemAdmin()).then().spec(problem(403, "ACCESS_DENIED"));
        aDocumentOf(TestPatients.UNKNOWN)
                .upload(Tokens.doctor(UUID.randomUUID()))
                .then()
                .spec(problem(404, "NOT_FOUND"));

        list(document.patientId()).then().body("size()", equalTo(0));
    }

    @Test
    void doctorsAndHospitalsWithConsentAddDocumentsOfTheDaysItIsFor() {
        NewDocument document = aDocument().withFile(Files.PDF);
        LocalDate day = LocalDate.of(2024, 1, 1);
        String hospital = GivenConsent.toHospital(document.patientId()).opened();
        String doctor =
                GivenConsent.toDoctor(document.patientId()).between(day, day).opened();

        document.upload(hospital).then().statusCode(201);
        document.with("date", "2024-01-01").upload(doctor).then().statusCode(201);
        document.with("date", "2024-01-02").upload(doctor).then().spec(problem(403, "ACCESS_DENIED"));

        list(document.patientId()).then().body("size()", equalTo(2));
    }

    private static String base64(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }
}

package health.cloudcare.wearables.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.testkit.appleexport.AppleExportGenerator;
import health.cloudcare.testkit.appleexport.ExportProfile;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.oracle.ExportScan;
import health.cloudcare.testkit.oracle.ScannedRecord;
import health.cloudcare.testkit.realdata.ExpectedExport;
import health.cloudcare.testkit.realdata.RealExport;
import health.cloudcare.testkit.realdata.RequiresRealExports;
import health.cloudcare.testkit.token.Tokens;
import health.cloudcare.wearables.metric.MetricNames;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static health.cloudcare.wearables.UploadTests.as;
import static health.cloudcare.wearables.UploadTests.batches;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class ExportResourceTest {

    private static final String EXPORT = "/api/v1/wearables/import/apple-health/export";
    private static final String IMPORTS = "/api/v1/wearables/imports/";

    @TestHTTPResource(EXPORT)
    URI export;

    private final UUID patient = UUID.randomUUID();
    private final AppleExportGenerator generator = new AppleExportGenerator(
            ExportProfile.thirtyDays().days(4).withBadRecords().build());

    @Test
    void importsZipGzipAndXmlAlikeAndReportsEveryRecord() throws IOException {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        generator.writeXml(xml);
        generator.writeGzip(gzip);
        generator.writeZip(zip);
        ExportScan scan = ExportScan.of(new ByteArrayInputStream(xml.toByteArray()));
        Map<String, Long> perType =
                scan.records().stream().collect(Collectors.groupingBy(ScannedRecord::type, Collectors.counting()));

        JsonPath first = completed(upload(zip.toByteArray()).statusCode(202));
        JsonPath second = completed(upload(gzip.toByteArray()).statusCode(202));
        JsonPath third = completed(upload(xml.toByteArray()).statusCode(202));

        perType.forEach((type, count) -> assertThat(first.getLong("types.find { it.type == '" + type + "' }.records"))
                .as(type)
                .isEqualTo(count));
        assertThat(first.getInt("types.find { it.type == 'Workout' }.unmapped"))
                .isEqualTo(scan.elements().get("Workout").intValue());
        assertThat(first.getInt("records"))
                .isEqualTo(first.getInt("accepted") + first.getInt("rejected") + first.getInt("unmapped"));
        assertThat(first.getList("rejections.reason"))
                .contains("NOT_A_NUMBER", "UNIT_UNKNOWN", "TIME_OUT_OF_RANGE", "ENDS_BEFORE_START", "OUT_OF_RANGE");
        assertThat(first.getInt("stored") + first.getInt("duplicates")).isEqualTo(first.getInt("accepted"));
        assertThat(first.getLong("bytes_received")).isEqualTo(zip.size());
        for (JsonPath repeated : List.of(second, third)) {
            assertThat(repeated.getList("types")).isEqualTo(first.getList("types"));
            assertThat(repeated.getInt("stored")).isZero();
            assertThat(repeated.getInt("duplicates")).isEqualTo(first.getInt("accepted"));
        }
    }

    @Test
    void keepsWhatStoodBeforeTheFileBrokeOff() throws IOException {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        generator.writeXml(xml);
        byte[] half = Arrays.copyOf(xml.toByteArray(), xml.size() / 2);

        ValidatableResponse answer = upload(half)
                .spec(problem(422, "EXPORT_MALFORMED"))
                .body("line", greaterThan(100))
                .body("readings_kept", greaterThan(100));

        int kept = answer.extract().path("readings_kept");
        String id = answer.extract().path("import_id");
        assertThat(published(batches(patient))).isEqualTo(kept);
        as(patient)
                .get(IMPORTS + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("accepted", equalTo(kept))
                .body("failure.reason", equalTo("MALFORMED_XML"))
                .body("failure.line", greaterThan(100));
    }

    @Test
    void bringsAnUploadToItsEndWhoseSenderLeaves() throws IOException {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        generator.writeXml(xml);
        UUID key = UUID.randomUUID();
        try (Socket sender = new Socket(export.getHost(), export.getPort())) {
            sender.getOutputStream()
                    .write(("POST " + EXPORT + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + xml.size()
                                    + "\r\nIdempotency-Key: " + key + "\r\nAuthorization: Bearer "
                                    + Tokens.patient(patient) + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            sender.getOutputStream().write(xml.toByteArray(), 0, xml.size() / 2);
            sender.getOutputStream().flush();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> as(patient).get(IMPORTS + key).statusCode() == 200);
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as(patient).get(IMPORTS + key).path("state").equals("FAILED"));
        as(patient)
                .get(IMPORTS + key)
                .then()
                .body("failure.reason", equalTo("UPLOAD_INTERRUPTED"))
                .body("accepted", greaterThan(100));
        assertThat(batches(patient)).last().satisfies(batch -> assertThat(batch.getLast())
                .isTrue());
    }

    @Test
    void refusesWhatIsNoExportAndWhatIsABomb() {
        String laughs =
                "<!DOCTYPE HealthData [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><HealthData>&b;</HealthData>";
        String external =
                "<!DOCTYPE HealthData [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><HealthData>&x;</HealthData>";

        upload(laughs.getBytes(StandardCharsets.UTF_8)).spec(problem(422, "EXPORT_REFUSED"));
        upload(external.getBytes(StandardCharsets.UTF_8)).spec(problem(422, "EXPORT_REFUSED"));
        upload("<html/>".getBytes(StandardCharsets.UTF_8)).spec(problem(422, "EXPORT_NOT_RECOGNISED"));
        upload("{\"deviceId\": 1}".getBytes(StandardCharsets.UTF_8)).spec(problem(415, "UNSUPPORTED_MEDIA_TYPE"));
        // more than any buffer on the way holds, so the answer comes while the sender is still sending
        upload(new byte[20 << 20]).spec(problem(415, "UNSUPPORTED_MEDIA_TYPE"));
        upload(new byte[0]).spec(problem(422, "EXPORT_NOT_RECOGNISED"));
    }

    @Test
    void showsProgressUnderTheKeyOfTheUpload() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        generator.writeGzip(gzip);
        UUID key = UUID.randomUUID();
        as(patient).get(IMPORTS + key).then().spec(problem(404, "NOT_FOUND"));

        octets().header("Idempotency-Key", key)
                .body(gzip.toByteArray())
                .post(EXPORT)
                .then()
                .statusCode(202)
                .header("Location", containsString(IMPORTS + key))
                .body("import_id", equalTo(key.toString()));

        String events = as(patient)
                .get(IMPORTS + key + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(events.lines().filter(line -> line.startsWith("data:")).reduce((one, other) -> other))
                .hasValueSatisfying(last -> assertThat(last).contains("\"state\":\"COMPLETED\""));
        octets().header("Idempotency-Key", key)
                .body(gzip.toByteArray())
                .post(EXPORT)
                .then()
                .statusCode(202);
        as(patient)
                .get("/api/v1/wearables/imports?patient_id=" + patient)
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("import_id", hasItem(key.toString()));
    }

    @Test
    void hidesImportsFromOthers() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        generator.writeGzip(gzip);
        String id = upload(gzip.toByteArray()).statusCode(202).extract().path("import_id");

        given().get(IMPORTS + id).then().spec(problem(401, "AUTH_FAILED"));
        as(UUID.randomUUID()).get(IMPORTS + id).then().spec(problem(404, "NOT_FOUND"));
        as(UUID.randomUUID()).get(IMPORTS + id + "/events").then().spec(problem(404, "NOT_FOUND"));
        as(patient).get(IMPORTS + "mine/events").then().spec(problem(404, "NOT_FOUND"));
        as(patient).get(IMPORTS + UUID.randomUUID()).then().spec(problem(404, "NOT_FOUND"));
        given().body(gzip.toByteArray())
                .contentType("application/gzip")
                .post(EXPORT)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.patient(UUID.randomUUID()))
                .contentType("application/gzip")
                .header("Idempotency-Key", id)
                .body(gzip.toByteArray())
                .post(EXPORT)
                .then()
                .spec(problem(409, "CONFLICT"));
    }

    @ParameterizedTest
    @EnumSource(RealExport.class)
    @RequiresRealExports
    void countsTheRealExportsAsTheyWereCountedBefore(RealExport export) throws IOException {
        ExpectedExport expected = export.expected();

        JsonPath report = completed(upload(Files.readAllBytes(export.path())).statusCode(202));

        Map<String, Map<String, Object>> types = report.<Map<String, Object>>getList("types").stream()
                .collect(Collectors.toMap(type -> (String) type.get("type"), Function.identity()));
        expected.recordTypes().forEach((name, type) -> {
            boolean kept = MetricNames.find(name).isPresent();
            assertThat(number(types, name, "records")).as(name).isEqualTo(type.count());
            assertThat(number(types, name, "accepted")).as(name).isEqualTo(kept ? type.count() : 0);
            assertThat(number(types, name, "unmapped")).as(name).isEqualTo(kept ? 0 : type.count());
        });
        assertThat(number(types, "Workout", "unmapped"))
                .isEqualTo(expected.topLevelElements().get("Workout"));
        assertThat(report.getLong("rejected")).isZero();
        assertThat(report.getLong("records"))
                .isEqualTo(
                        expected.records().count() + expected.topLevelElements().get("Workout"));
    }

    private static long number(Map<String, Map<String, Object>> types, String type, String member) {
        return ((Number) types.get(type).get(member)).longValue();
    }

    private ValidatableResponse upload(byte[] file) {
        return octets().body(file).post(EXPORT).then();
    }

    private io.restassured.specification.RequestSpecification octets() {
        return given().auth().oauth2(Tokens.patient(patient)).contentType("application/octet-stream");
    }

    private JsonPath completed(ValidatableResponse accepted) {
        String id = accepted.extract().path("import_id");
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> as(patient).get(IMPORTS + id).jsonPath(), report -> !"PROCESSING"
                        .equals(report.getString("state")));
    }

    private static int published(List<ReadingBatch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.getSeriesList().stream())
                .mapToInt(series -> series.getValueCount())
                .sum();
    }
}

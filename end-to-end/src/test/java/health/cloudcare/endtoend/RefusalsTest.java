package health.cloudcare.endtoend;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.ImportReport;
import health.cloudcare.journey.PatientClient;
import health.cloudcare.testkit.appleexport.BadRecord;
import health.cloudcare.testkit.oracle.ExportScan;

import static health.cloudcare.endtoend.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is refused, how, and that a refusal never costs the good readings beside it. */
@WithSuite
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {

    private static final long HUGE = 200L * 1024 * 1024;

    private final Gateway gateway;
    private final PatientClient patient;
    private final PatientClient other;

    RefusalsTest(Suite suite) {
        gateway = suite.gateway();
        patient = PatientClient.signUp(gateway);
        other = PatientClient.signUp(gateway);
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        for (String path : List.of(PatientClient.COMPREHENSIVE, PatientClient.TODAY, PatientClient.DEVICES)) {
            assertProblem(gateway.get(path + "?patient_id=" + patient.patientId()), 401, "AUTH_FAILED");
        }
        for (String path : List.of(PatientClient.SYNC, PatientClient.APPLE_HEALTH, PatientClient.EXPORT)) {
            assertProblem(gateway.post(path, Map.of()), 401, "AUTH_FAILED");
        }
        assertProblem(gateway.get(PatientClient.ME, Map.of(), "not.a.token"), 401, "AUTH_FAILED");
    }

    @Test
    void anotherPatientsRecordIsForbidden() {
        Map<String, String> others = Map.of("patient_id", other.patientId().toString());

        for (String path : List.of(
                PatientClient.COMPREHENSIVE, PatientClient.TODAY, PatientClient.AGGREGATED, PatientClient.DEVICES)) {
            assertProblem(patient.get(path, others), 403, "ACCESS_DENIED");
        }
        assertProblem(
                patient.post(PatientClient.SYNC, sync(other.patientId(), List.of(reading("steps", 5, "count")))),
                403,
                "ACCESS_DENIED");
    }

    @Test
    void anotherPatientsDeviceTakesNoReadings() {
        String deviceId = "theirs-" + UUID.randomUUID();
        other.registerDevice("Apple Watch", "apple_watch", deviceId).expect(201);

        Answer answer = patient.post(
                PatientClient.SYNC, Map.of("device_id", deviceId, "metrics", List.of(reading("steps", 5, "count"))));

        assertProblem(answer, 403, "ACCESS_DENIED");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        UUID nobody = UUID.randomUUID();

        assertProblem(patient.get("/api/v1/nothing/here", Map.of()), 404, "NOT_FOUND");
        assertProblem(patient.get("/api/v1/wearables/nothing", Map.of()), 404, "NOT_FOUND");
        assertProblem(patient.findImport(UUID.randomUUID()), 404, "NOT_FOUND");
        assertProblem(patient.get(PatientClient.TODAY, Map.of("patient_id", nobody.toString())), 404, "NOT_FOUND");
    }

    @Test
    void anotherPatientsImportIsUnknown() {
        UUID id = UUID.randomUUID();
        Imports.send(other, id, BodyPublishers.ofString(Exports.document("", Exports.GOOD_RECORD)))
                .expect(202);

        assertProblem(patient.findImport(id), 404, "NOT_FOUND");
    }

    @Test
    void internalCallsAreNotReachable() {
        assertProblem(patient.get("/internal/v1/patients", Map.of()), 404, "NOT_FOUND");
    }

    @Test
    void aTruncatedExportIsRefusedAndItsBeginningKept() {
        PatientClient someone = PatientClient.signUp(gateway);
        UUID id = UUID.randomUUID();

        Answer answer = Imports.send(someone, id, BodyPublishers.ofString(Exports.truncated()));

        assertProblem(answer, 422, "EXPORT_MALFORMED");
        long kept = answer.json().path("readings_kept").asLong();
        assertThat(kept).isGreaterThan(100);
        ImportReport report = someone.findImport(id).expect(200).as(ImportReport.class);
        assertThat(report.state()).isEqualTo("FAILED");
        assertThat(report.accepted()).isEqualTo(kept);
        await().atMost(Imports.PATIENCE).pollInterval(Imports.LOOK).untilAsserted(() -> assertThat(
                        someone.findImport(id)
                                .expect(200)
                                .as(ImportReport.class)
                                .merged())
                .isEqualTo(kept));
        assertThat(Figures.stored(someone)).isPositive();
    }

    @Test
    void xmlBombsAreRefusedAndTheGoodRecordBeforeThemKept() {
        for (String bomb : List.of(Exports.billionLaughs(), Exports.externalEntity())) {
            PatientClient someone = PatientClient.signUp(gateway);

            Answer answer = Imports.send(someone, UUID.randomUUID(), BodyPublishers.ofString(bomb));

            assertProblem(answer, 422, "EXPORT_REFUSED");
            assertThat(answer.json().path("reason").asText()).isEqualTo("ENTITIES_REFUSED");
            assertThat(answer.text()).doesNotContain("root:").doesNotContain("lollol");
            await().atMost(Imports.PATIENCE)
                    .pollInterval(Imports.LOOK)
                    .untilAsserted(() -> assertThat(Figures.stored(someone)).isEqualTo(1));
        }
    }

    @Test
    void whatIsNoExportIsRefused() {
        assertProblem(
                Imports.send(patient, UUID.randomUUID(), BodyPublishers.ofString("{\"not\": \"an export\"}")),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                Imports.send(patient, UUID.randomUUID(), BodyPublishers.ofString("<?xml version=\"1.0\"?><html/>")),
                422,
                "EXPORT_NOT_RECOGNISED");
    }

    @Test
    void twoHundredMegabytesOfJsonAreTooLarge() {
        Answer answer = Gateway.await(gateway.stream(
                PatientClient.APPLE_HEALTH,
                "application/json",
                EndlessBody.of("{\"deviceId\": \"", HUGE),
                patient.token(),
                Map.of()));

        assertProblem(answer, 413, "TOO_LARGE");
    }

    @Test
    void twoHundredMegabytesWithoutATagAreNoExport() {
        PatientClient someone = PatientClient.signUp(gateway);
        String beginning = "<?xml version=\"1.0\"?>\n<HealthData>\n" + Exports.GOOD_RECORD + "<Note text=\"";

        Answer answer = Imports.send(someone, UUID.randomUUID(), EndlessBody.of(beginning, HUGE));

        assertProblem(answer, 422, "EXPORT_REFUSED");
        assertThat(answer.json().path("reason").asText()).isEqualTo("LIMIT_EXCEEDED");
        await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .untilAsserted(() -> assertThat(Figures.stored(someone)).isEqualTo(1));
    }

    @Test
    void badRecordsOfAnExportAreReportedOneByOne() {
        PatientClient someone = PatientClient.signUp(gateway);
        String xml = Exports.generated(true);
        long records = ExportScan.of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .records()
                .size();
        UUID id = UUID.randomUUID();

        Imports.send(someone, id, BodyPublishers.ofString(xml)).expect(202);
        ImportReport report = Imports.awaitCompleted(someone, id);

        assertThat(report.rejected()).isEqualTo(BadRecord.values().length);
        assertThat(report.rejections())
                .extracting(ImportReport.Rejected::reason)
                .containsExactlyInAnyOrder(
                        "NOT_A_NUMBER",
                        "UNIT_UNKNOWN",
                        "UNIT_UNKNOWN",
                        "TIME_OUT_OF_RANGE",
                        "TIME_OUT_OF_RANGE",
                        "ENDS_BEFORE_START",
                        "OUT_OF_RANGE");
        assertThat(report.rejections()).allMatch(rejected -> rejected.line() > 0);
        assertThat(report.accepted() + report.rejected() + report.unmapped()).isEqualTo(report.records());
        assertThat(report.records()).isGreaterThanOrEqualTo(records);
    }

    @Test
    void badReadingsOfASyncDoNotCostTheGoodOne() {
        PatientClient someone = PatientClient.signUp(gateway);
        Map<String, Map<String, Object>> bad = new LinkedHashMap<>();
        bad.put("UNIT_UNKNOWN", reading("distance", 2, "furlong"));
        bad.put("NOT_A_NUMBER", reading("heart_rate", "NaN", "bpm"));
        bad.put("OUT_OF_RANGE", reading("heart_rate", 4000, "bpm"));
        bad.put("TIME_OUT_OF_RANGE", reading("steps", 10, "count", "1900-01-01T10:00:00Z"));
        bad.put("TIME_OUT_OF_RANGE ", reading("steps", 10, "count", "2100-01-01T10:00:00Z"));
        bad.put("TIME_MALFORMED", reading("steps", 10, "count", "yesterday"));
        List<Object> metrics = new ArrayList<>(bad.values());
        metrics.add(reading("steps", 77, "count"));

        JsonNode answer = someone.post(PatientClient.SYNC, sync(someone.patientId(), metrics))
                .expect(200)
                .json();

        assertThat(answer.path("accepted_count").asInt()).isEqualTo(1);
        assertThat(answer.path("error_count").asInt()).isEqualTo(bad.size());
        assertThat(answer.path("errors"))
                .extracting(error -> error.path("reason").asText())
                .containsExactlyElementsOf(
                        bad.keySet().stream().map(String::strip).toList());
        await().atMost(Imports.PATIENCE)
                .pollInterval(Imports.LOOK)
                .untilAsserted(() -> assertThat(Figures.stored(someone)).isEqualTo(1));
    }

    @Test
    void aSyncWithoutAnyGoodReadingIsInvalid() {
        Answer answer = patient.post(
                PatientClient.SYNC, sync(patient.patientId(), List.of(reading("heart_rate", "Infinity", "bpm"))));

        assertProblem(answer, 422, "VALIDATION_ERROR");
        assertThat(answer.text()).doesNotContain("Infinity");
    }

    @Test
    void whatIsNoJsonIsInvalid() {
        for (String body : List.of(
                "{\"device_id\": \"d\", \"metrics\": [{\"metric_type\": \"steps\", \"value\": NaN}]}",
                "{\"device_id\": \"d\", \"metrics\": [",
                "[]")) {
            assertProblem(patient.post(PatientClient.SYNC, body), 422, "VALIDATION_ERROR");
        }
    }

    private static Map<String, Object> sync(UUID patientId, List<?> metrics) {
        return Map.of("patient_id", patientId.toString(), "device_id", "device-of-" + patientId, "metrics", metrics);
    }

    private static Map<String, Object> reading(String type, Object value, String unit) {
        return reading(
                type,
                value,
                unit,
                Instant.now()
                        .minus(1, ChronoUnit.DAYS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
    }

    private static Map<String, Object> reading(String type, Object value, String unit, String timestamp) {
        return Map.of("metric_type", type, "value", value, "unit", unit, "timestamp", timestamp);
    }
}

package health.cloudcare.wearables.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.readings.ReadingBatch;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;
import health.cloudcare.testkit.token.Tokens;
import health.cloudcare.wearables.patient.Patients;

import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static health.cloudcare.wearables.UploadTests.as;
import static health.cloudcare.wearables.UploadTests.batches;
import static health.cloudcare.wearables.UploadTests.knownPatient;
import static health.cloudcare.wearables.UploadTests.values;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class SyncResourceTest {

    private static final String SYNC = "/api/v1/wearables/sync";

    @TestHTTPResource(SYNC)
    URI sync;

    @Inject
    Patients patients;

    private final UUID patient = UUID.randomUUID();
    private final String device = "watch-" + patient;

    @Test
    void takesAListOfReadingsAndNamesTheBadOne() {
        as(patient)
                .body("""
                        {"patient_id": "%s", "device_id": "%s", "unknown": true, "metrics": [
                          {"metric_type": "heart_rate", "value": 72, "unit": "bpm", "timestamp": "2025-11-19T05:50:01Z"},
                          {"metric_type": "heart_rate", "value": 7200, "unit": "bpm", "timestamp": "2025-11-19T05:51:01Z"},
                          {"metric_type": "distance", "value": 1500, "unit": "m", "timestamp": "2025-11-19T05:50:01.236+05:30"},
                          {"metric_type": "mood", "value": 3, "unit": "", "timestamp": "2025-11-19T05:50:01Z"}]}""".formatted(patient, device))
                .post(SYNC)
                .then()
                .statusCode(200)
                .body("message", containsString("1 of them could not be taken"))
                .body("id", notNullValue())
                .body("timestamp", endsWith("Z"))
                .body("total_metrics", equalTo(3))
                .body("accepted_count", equalTo(2))
                .body("error_count", equalTo(1))
                .body("unmapped_count", equalTo(1))
                .body("errors", hasSize(1))
                .body("errors[0].index", equalTo(1))
                .body("errors[0].reason", equalTo("OUT_OF_RANGE"))
                .body("errors[0].message", not(containsString("7200")));

        List<ReadingBatch> sent = batches(patient);
        assertThat(values(sent, "heart_rate")).containsExactly(72.0);
        assertThat(values(sent, "distance")).containsExactly(1.5);
        assertThat(sent.get(0).getSeries(0).getSource().getDeviceId()).isEqualTo(device);
    }

    @Test
    void takesNamedFiguresAndLaysSleepBeforeNow() {
        as(patient)
                .body("""
                        {"device_id": "%s", "metrics": {"heart_rate": 64, "steps": 1200, "calories": 80, "oxygen_level": 97,
                          "sleep_hours": 7.5, "sleep_deep_hours": 1.5, "sleep_rem_hours": 2, "blood_pressure_systolic": 121}}""".formatted(device))
                .post(SYNC)
                .then()
                .statusCode(200)
                .body("accepted_count", equalTo(8));

        List<ReadingBatch> sent = batches(patient);
        assertThat(values(sent, "oxygen_level")).containsExactly(97.0);
        assertThat(values(sent, "sleep_analysis")).containsExactlyInAnyOrder(4.0, 5.0, 1.0);
        assertThat(sent.stream()
                        .flatMap(batch -> batch.getSeriesList().stream())
                        .filter(series -> series.getMetric().equals("sleep_analysis"))
                        .flatMap(series -> series.getDurationMsList().stream())
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(27_000_000);
    }

    @Test
    void showsTheDeviceThatSynced() {
        as(patient)
                .body("{\"device_id\": \"%s\", \"metrics\": {\"steps\": 5}}".formatted(device))
                .post(SYNC)
                .then()
                .statusCode(200);

        as(patient)
                .get("/api/v1/wearables/devices?patient_id=" + patient)
                .then()
                .statusCode(200)
                .body("device_id", contains(device))
                .body("[0].is_connected", equalTo(true))
                .body("[0].last_sync_time", endsWith("Z"));
    }

    @Test
    void refusesABodyWithoutAnyGoodReading() {
        as(patient)
                .body("""
                        {"device_id": "%s", "metrics": [
                          {"metric_type": "heart_rate", "value": "NaN", "unit": "bpm", "timestamp": "2025-11-19T05:50:01Z"},
                          {"metric_type": "weight", "value": 80, "unit": "cm", "timestamp": "2025-11-19T05:50:01Z"}]}""".formatted(device))
                .post(SYNC)
                .then()
                .spec(problem(422, "VALIDATION_ERROR"))
                .body("errors.field", contains("metrics[0]", "metrics[1]"))
                .body("errors.type", contains("not_a_number", "unit_unknown"));
    }

    @Test
    void refusesMalformedBodies() {
        as(patient).body("{\"metrics\": [").post(SYNC).then().spec(problem(422, "VALIDATION_ERROR"));
        as(patient).body("{\"metrics\": []}").post(SYNC).then().spec(invalidField("device_id"));
        as(patient).body("{\"device_id\": \"x\"}").post(SYNC).then().spec(invalidField("metrics"));
        as(patient)
                .body("{\"device_id\": \"x\", \"metrics\": 3}")
                .post(SYNC)
                .then()
                .spec(problem(422, "VALIDATION_ERROR"));
        as(patient).post(SYNC).then().spec(problem(422, "VALIDATION_ERROR"));
    }

    @Test
    void refusesACallWithoutToken() {
        given().contentType(ContentType.JSON)
                .body("{\"device_id\": \"x\", \"metrics\": []}")
                .post(SYNC)
                .then()
                .spec(problem(401, "AUTH_FAILED"));
    }

    @Test
    void refusesReadingsForAnotherPatient() {
        UUID other = knownPatient(id -> patients.exists(id).await().indefinitely());
        String body = "{\"patient_id\": \"%s\", \"device_id\": \"%s\", \"metrics\": {\"steps\": 5}}";

        as(patient).body(body.formatted(other, device)).post(SYNC).then().spec(problem(403, "ACCESS_DENIED"));
        as(patient)
                .body(body.formatted(UUID.randomUUID(), device))
                .post(SYNC)
                .then()
                .spec(problem(404, "NOT_FOUND"));
        given().auth()
                .oauth2(Tokens.doctor(UUID.randomUUID()))
                .contentType(ContentType.JSON)
                .body("{\"device_id\": \"x\", \"metrics\": {\"steps\": 5}}")
                .post(SYNC)
                .then()
                .spec(problem(403, "ACCESS_DENIED"));
    }

    @Test
    void refusesReadingsThroughAnotherPatientsDevice() {
        String body = "{\"device_id\": \"%s\", \"metrics\": {\"steps\": 5}}".formatted(device);
        as(patient).body(body).post(SYNC).then().statusCode(200);

        as(UUID.randomUUID()).body(body).post(SYNC).then().spec(problem(403, "ACCESS_DENIED"));
    }

    @Test
    void refusesJsonThatIsTooLarge() {
        String huge = "{\"device_id\": \"x\", \"padding\": \"" + "x".repeat(17 << 20) + "\", \"metrics\": []}";

        as(patient).body(huge).post(SYNC).then().spec(problem(413, "TOO_LARGE"));
    }

    @Test
    void refusesJsonThatTurnsOutTooLarge() throws IOException, InterruptedException {
        byte[] huge =
                ("{\"device_id\": \"x\", \"metrics\": [" + "{},".repeat(6 << 20)).getBytes(StandardCharsets.UTF_8);
        HttpRequest chunked = HttpRequest.newBuilder(sync)
                .header("Authorization", "Bearer " + Tokens.patient(patient))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)))
                .build();

        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(client.send(chunked, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void refusesAnotherMediaType() {
        as(patient)
                .contentType(ContentType.XML)
                .body("<a/>")
                .post(SYNC)
                .then()
                .spec(problem(415, "UNSUPPORTED_MEDIA_TYPE"));
    }
}

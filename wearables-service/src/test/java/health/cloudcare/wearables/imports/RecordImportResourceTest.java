package health.cloudcare.wearables.imports;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import health.cloudcare.contracts.readings.Series;
import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static health.cloudcare.wearables.UploadTests.as;
import static health.cloudcare.wearables.UploadTests.batches;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class RecordImportResourceTest {

    private static final String HEALTH_CONNECT = "/api/v1/wearables/import/health-connect";
    private static final String OPEN_MHEALTH = "/api/v1/wearables/import/open-mhealth";
    private static final String AGGREGATED = "/api/v1/wearables/metrics/aggregated";

    private final UUID patient = UUID.randomUUID();
    private final String device = "pixel-" + patient;

    @Test
    void importsHealthConnectRecordsOnce() {
        String body = """
                {"deviceId": "%s", "records": [
                  {"recordType": "ExerciseSessionRecord", "exerciseType": 56, "startTime": "2025-11-19T23:30:00Z", "endTime": "2025-11-20T00:30:00Z",
                   "metadata": {"id": "a", "dataOrigin": "com.fit", "device": {"type": 2, "model": "Pixel 8"}}},
                  {"recordType": "ExerciseSessionRecord", "exerciseType": 56, "startTime": "2025-11-19T23:00:00Z", "endTime": "2025-11-20T00:15:00Z",
                   "metadata": {"id": "b", "dataOrigin": "com.watch", "device": {"type": 1, "model": "Pixel Watch"}}},
                  {"recordType": "WeightRecord", "time": "2025-11-19T06:00:00Z", "weight": {"inPounds": 154.3}},
                  {"recordType": "WeightRecord", "time": "2025-11-19T06:00:00", "weight": {"inKilograms": 70}},
                  {"recordType": "NutritionRecord"},
                  {"recordType": "HeartRateRecord", "samples": [{"time": "2025-11-19T05:50:01Z", "beatsPerMinute": 62}]}]}""".formatted(device);

        as(patient)
                .body(body)
                .post(HEALTH_CONNECT)
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/wearables/imports/"))
                .body("message", containsString("success"))
                .body("status", equalTo("COMPLETED"))
                .body("device_id", equalTo(device))
                .body("total_metrics", equalTo(5))
                .body("stored_count", equalTo(4))
                .body("error_count", equalTo(1))
                .body("unmapped_count", equalTo(1))
                .body("errors", hasSize(1))
                .body("errors[0].index", equalTo(3))
                .body("errors[0].metric_type", equalTo("WeightRecord"))
                .body("errors[0].reason", equalTo("TIME_MALFORMED"));
        as(patient)
                .body(body)
                .post(HEALTH_CONNECT)
                .then()
                .statusCode(201)
                .body("stored_count", equalTo(0))
                .body("duplicate_count", equalTo(4));

        mergesWorkoutsOverMidnightInstantByInstant();
        keepsWhatWasWritten();
    }

    /** 23:00–00:15 by the watch, which is believed, and 00:15–00:30 by the phone alone. */
    private void mergesWorkoutsOverMidnightInstantByInstant() {
        as(patient)
                .queryParam("patient_id", patient.toString())
                .queryParam("start_date", "2025-11-19")
                .queryParam("end_date", "2025-11-20")
                .queryParam("tz", "UTC")
                .get(AGGREGATED)
                .then()
                .statusCode(200)
                .body("metrics.workout_running_time.find { it.date == '2025-11-19' }.total", equalTo(60.0f))
                .body("metrics.workout_running_time.find { it.date == '2025-11-20' }.total", equalTo(30.0f));
    }

    private void keepsWhatWasWritten() {
        List<Series> weights = batches(patient).stream()
                .flatMap(batch -> batch.getSeriesList().stream())
                .filter(series -> series.getMetric().equals("weight"))
                .toList();
        assertThat(weights)
                .first()
                .extracting(Series::getOriginalUnit, Series::getOriginalValueList)
                .isEqualTo(tuple("lb", List.of(154.3)).toList());
    }

    @Test
    void importsWithoutADevice() {
        as(patient)
                .body("{\"records\": []}")
                .post(HEALTH_CONNECT)
                .then()
                .statusCode(201)
                .body("device_id", nullValue())
                .body("total_metrics", equalTo(0))
                .body("was_duplicate", equalTo(true));
    }

    @Test
    void importsOpenMhealthDataPoints() {
        String point = """
                {"header": {"id": "%s", "schema_id": {"namespace": "omh", "name": "%s", "version": "1.0"}},
                 "body": {%s, "effective_time_frame": {"date_time": "2025-11-19T07:25:00Z"}}}""";
        String pulse = point.formatted("1", "heart-rate", "\"heart_rate\": {\"value\": 50, \"unit\": \"beats/min\"}");
        String weight = point.formatted("2", "body-weight", "\"body_weight\": {\"value\": 70, \"unit\": \"kg\"}");
        String bad = point.formatted("3", "body-weight", "\"body_weight\": {\"value\": 70, \"unit\": \"cm\"}");

        as(patient).body(pulse).post(OPEN_MHEALTH).then().statusCode(201).body("stored_count", equalTo(1));
        as(patient)
                .body("[" + pulse + "," + bad + "," + weight + "]")
                .post(OPEN_MHEALTH)
                .then()
                .statusCode(201)
                .body("total_metrics", equalTo(3))
                .body("stored_count", equalTo(1))
                .body("duplicate_count", equalTo(1))
                .body("error_count", equalTo(1))
                .body("errors[0].index", equalTo(1))
                .body("errors[0].reason", equalTo("UNIT_UNKNOWN"));
        as(patient)
                .body("[" + bad + "]")
                .post(OPEN_MHEALTH)
                .then()
                .spec(problem(422, "VALIDATION_ERROR"))
                .spec(invalidField("points[0]"));
    }

    @Test
    void refusesMalformedBodies() {
        for (String body : List.of(
                "nonsense",
                "[]",
                "7",
                "{}",
                "{\"records\": null}",
                "{\"records\": 7}",
                "{\"deviceId\": \"\", \"records\": []}")) {
            as(patient).body(body).post(HEALTH_CONNECT).then().spec(problem(422, "VALIDATION_ERROR"));
        }
        for (String body : List.of("nonsense", "7", "null", "\"\"", "")) {
            as(patient).body(body).post(OPEN_MHEALTH).then().spec(problem(422, "VALIDATION_ERROR"));
        }
    }

    @Test
    void refusesOtherCallers() {
        String body = "{\"deviceId\": \"%s\", \"records\": []}".formatted(device);
        given().contentType(ContentType.JSON)
                .body(body)
                .post(HEALTH_CONNECT)
                .then()
                .spec(problem(401, "AUTH_FAILED"));
        given().contentType(ContentType.JSON)
                .body("[]")
                .post(OPEN_MHEALTH)
                .then()
                .spec(problem(401, "AUTH_FAILED"));
        as(patient).body(body).post(HEALTH_CONNECT).then().statusCode(201);

        as(UUID.randomUUID()).body(body).post(HEALTH_CONNECT).then().spec(problem(403, "ACCESS_DENIED"));
    }
}

package health.cloudcare.wearables.imports;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.testkit.problem.ProblemMatchers.invalidField;
import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static health.cloudcare.wearables.UploadTests.as;
import static health.cloudcare.wearables.UploadTests.batches;
import static health.cloudcare.wearables.UploadTests.values;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class AppleHealthResourceTest {

    private static final String IMPORT = "/api/v1/wearables/import/apple-health";

    private final UUID patient = UUID.randomUUID();
    private final String device = "phone-" + patient;

    @Test
    void importsTheDocumentedBodyOnce() {
        String body = """
                {"deviceId": "%s", "userId": "ios-1", "exportTimestamp": "2025-11-19T12:00:00Z", "dataRange": null, "metrics": [
                  {"type": "HKQuantityTypeIdentifierHeartRate", "value": 72, "unit": "count/min",
                   "startDate": "2025-11-19T05:50:01Z", "endDate": "2025-11-19T05:50:01Z", "sourceApp": "Anna's Apple Watch"},
                  {"type": "stepCount", "value": 120, "unit": "count", "metadata": null,
                   "startDate": "2025-11-19T05:50:00Z", "endDate": "2025-11-19T06:00:00Z", "sourceApp": "com.apple.health"},
                  {"type": "Walking/Running Distance", "value": 90, "unit": "m", "metadata": {"device": "iPhone"},
                   "startDate": "2025-11-19T05:50:00Z", "endDate": "2025-11-19T06:00:00Z"},
                  {"type": "sleepAnalysis", "value": 0.5, "unit": "hr", "metadata": {"device": "Apple Watch", "category": "rem"},
                   "startDate": "2025-11-18T21:00:00Z", "endDate": "2025-11-18T21:30:00Z"},
                  {"type": "heartRate", "value": "NaN", "unit": "bpm", "startDate": "2025-11-19T05:51:01Z"},
                  {"type": "workout", "value": 1, "unit": "", "startDate": "2025-11-19T05:51:01Z"}]}""".formatted(device);

        as(patient)
                .body(body)
                .post(IMPORT)
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/wearables/imports/"))
                .body("message", containsString("success"))
                .body("device_id", equalTo(device))
                .body("device_type", equalTo("apple_watch"))
                .body("total_metrics", equalTo(5))
                .body("stored_count", equalTo(4))
                .body("duplicate_count", equalTo(0))
                .body("error_count", equalTo(1))
                .body("unmapped_count", equalTo(1))
                .body("was_duplicate", equalTo(false))
                .body("errors[0].index", equalTo(4));
        assertThat(values(batches(patient), "distance")).containsExactly(0.09);
        assertThat(values(batches(patient), "sleep_analysis")).containsExactly(5.0);

        as(patient)
                .body(body)
                .post(IMPORT)
                .then()
                .statusCode(201)
                .body("stored_count", equalTo(0))
                .body("duplicate_count", equalTo(4));
        as(patient)
                .get("/api/v1/wearables/devices")
                .then()
                .body("device_id", contains(device))
                .body("[0].name", equalTo("Apple Watch"));
    }

    @Test
    void callsAnEmptyExportADuplicate() {
        as(patient)
                .body("{\"deviceId\": \"%s\", \"exportTimestamp\": \"2025-11-19T12:00:00Z\", \"metrics\": []}"
                        .formatted(device))
                .post(IMPORT)
                .then()
                .statusCode(201)
                .body("total_metrics", equalTo(0))
                .body("was_duplicate", equalTo(true));
    }

    @Test
    void importsSeveralExportsAsOne() {
        String sample = """
                {"type": "stepCount", "value": %d, "unit": "count", "startDate": "2025-11-19T0%d:00:00Z", "endDate": "2025-11-19T0%d:10:00Z"}""";
        String export = "{\"deviceId\": \"%s\", \"exportTimestamp\": \"2025-11-19T12:00:00Z\", \"metrics\": [%s, %s]}";

        as(patient)
                .body("[" + export.formatted(device, sample.formatted(10, 1, 1), sample.formatted(20, 2, 2)) + ","
                        + export.formatted(device, sample.formatted(20, 2, 2), sample.formatted(30, 3, 3)) + "]")
                .post(IMPORT + "/batch")
                .then()
                .statusCode(201)
                .body("exports_processed", equalTo(2))
                .body("total_metrics", equalTo(4))
                .body("unique_metrics", equalTo(3))
                .body("stored_count", equalTo(3))
                .body("duplicate_count", equalTo(1))
                .body("devices", contains(device))
                .body("date_range.start", equalTo("2025-11-19T01:00:00Z"))
                .body("date_range.end", equalTo("2025-11-19T03:10:00Z"))
                .body("aggregated_values.steps", equalTo(60.0f))
                .body("was_duplicate", equalTo(false));
    }

    @Test
    void refusesMalformedEnvelopes() {
        as(patient).body("[]").post(IMPORT + "/batch").then().spec(problem(422, "VALIDATION_ERROR"));
        as(patient)
                .body("{\"metrics\": []}")
                .post(IMPORT)
                .then()
                .spec(problem(422))
                .spec(invalidField("device_id"));
        as(patient).body("nonsense").post(IMPORT).then().spec(problem(422, "VALIDATION_ERROR"));
        as(patient)
                .body("""
                        {"deviceId": "%s", "exportTimestamp": "2025-11-19T12:00:00Z", "metrics": [null,
                          {"type": "heartRate", "value": 72, "unit": "kg", "startDate": "2025-11-19T05:51:01Z"}]}""".formatted(device))
                .post(IMPORT)
                .then()
                .statusCode(201)
                .body("error_count", equalTo(1));
    }

    @Test
    void refusesOtherCallers() {
        String body = "{\"deviceId\": \"%s\", \"exportTimestamp\": \"2025-11-19T12:00:00Z\", \"metrics\": []}"
                .formatted(device);
        given().contentType(ContentType.JSON).body(body).post(IMPORT).then().spec(problem(401, "AUTH_FAILED"));
        as(patient).body(body).post(IMPORT).then().statusCode(201);

        as(UUID.randomUUID()).body(body).post(IMPORT).then().spec(problem(403, "ACCESS_DENIED"));
    }

    @Test
    void answersTheConnectionTestWithoutToken() {
        given().head(IMPORT).then().statusCode(200);
        given().get(IMPORT)
                .then()
                .statusCode(200)
                .body("auth_required", equalTo(true))
                .body("supported_metrics", hasItems("heart_rate", "sleep_analysis"));
    }
}

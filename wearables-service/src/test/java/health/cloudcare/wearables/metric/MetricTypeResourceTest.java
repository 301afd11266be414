package health.cloudcare.wearables.metric;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import health.cloudcare.testkit.backing.BackingService;
import health.cloudcare.testkit.backing.WithBackingServices;

import static health.cloudcare.testkit.problem.ProblemMatchers.problem;
import static health.cloudcare.wearables.UploadTests.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithBackingServices({BackingService.KAFKA, BackingService.MONGO})
class MetricTypeResourceTest {

    private static final String METRIC_TYPES = "/api/v1/wearables/metric-types";

    @Test
    void tellsWhoeverIsSignedInOfEveryMetric() {
        as(UUID.randomUUID())
                .get(METRIC_TYPES)
                .then()
                .statusCode(200)
                .body("$", hasSize(MetricType.values().length))
                .body("metric_type", hasItems("heart_rate", "hrv_rmssd", "workout_running_distance"))
                .body("find { it.metric_type == 'weight' }.unit", equalTo("kg"))
                .body("find { it.metric_type == 'weight' }.min", equalTo(0.2f))
                .body("find { it.metric_type == 'weight' }.accepted_units", hasItems("lb", "st"))
                .body("find { it.metric_type == 'weight' }.health_connect", equalTo("WeightRecord.weight"))
                .body("find { it.metric_type == 'weight' }.open_mhealth", equalTo("body-weight.body_weight"))
                .body("find { it.metric_type == 'weight' }.loinc", equalTo("29463-7"))
                .body("find { it.metric_type == 'oxygen_level' }.aliases", hasItem("blood_oxygen"))
                .body("find { it.metric_type == 'hrv_rmssd' }.healthkit", nullValue());
    }

    @Test
    void tellsNobodyElse() {
        given().get(METRIC_TYPES).then().spec(problem(401, "AUTH_FAILED"));
    }
}

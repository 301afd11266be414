package health.cloudcare.wearables;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import org.awaitility.Awaitility;

import health.cloudcare.testkit.token.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Imports a file and reads back, as a client, what it came to. */
final class AggregatedFigures {
    private static final JsonPathConfig DOUBLES =
            JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);

    private final UUID patient = UUID.randomUUID();

    UUID patient() {
        return patient;
    }

    /** @return the report of the completed import */
    Map<String, Object> imported(Path export) throws Exception {
        String location;
        try (InputStream body = Files.newInputStream(export)) {
            Response answer = RestAssured.given()
                    .auth()
                    .oauth2(Tokens.patient(patient))
                    .contentType("application/octet-stream")
                    .body(body)
                    .post("/api/v1/wearables/import/apple-health/export");
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
            location = answer.header("Location");
        }
        String path = location.substring(location.indexOf("/api/"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> "COMPLETED"
                .equals(get(path).path("state")));
        return get(path).jsonPath().getMap("$");
    }

    /** Points of one metric by date, over years if need be. */
    SortedMap<String, Map<String, Object>> daily(String metric, LocalDate first, LocalDate last, String zone) {
        SortedMap<String, Map<String, Object>> points = new TreeMap<>();
        for (LocalDate from = first; !from.isAfter(last); from = from.plusDays(366)) {
            LocalDate to = from.plusDays(365).isAfter(last) ? last : from.plusDays(365);
            Response answer = RestAssured.given()
                    .auth()
                    .oauth2(Tokens.patient(patient))
                    .queryParams(Map.of(
                            "patient_id", patient.toString(),
                            "metric_type", metric,
                            "start_date", from.toString(),
                            "end_date", to.toString(),
                            "tz", zone))
                    .get("/api/v1/wearables/metrics/aggregated");
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            List<Map<String, Object>> found = answer.jsonPath(DOUBLES).getList("metrics." + metric);
            found.forEach(point -> points.put((String) point.get("date"), point));
        }
        return points;
    }

    private Response get(String path) {
        return RestAssured.given().auth().oauth2(Tokens.patient(patient)).get(path);
    }

    static double number(Map<String, Object> point, String field) {
        return ((Number) point.get(field)).doubleValue();
    }
}

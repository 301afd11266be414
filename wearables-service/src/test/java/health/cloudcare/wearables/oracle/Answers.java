package health.cloudcare.wearables.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.specification.RequestSpecification;

/** What the views answer, and how they name stretches of time. */
final class Answers {
    static final String API = "/api/v1/wearables/";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:00");

    private Answers() {}

    static JsonPath get(RequestSpecification request, String path) {
        return request.get(API + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    static double number(Map<String, Object> point, String member) {
        return ((Number) point.get(member)).doubleValue();
    }

    static double average(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    static String hour(long minute) {
        return HOUR.format(Instant.ofEpochSecond(minute * 60).atZone(ZoneOffset.UTC));
    }

    static String monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
    }
}

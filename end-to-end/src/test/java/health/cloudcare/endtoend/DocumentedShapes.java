package health.cloudcare.endtoend;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The documented fields of the two dashboards, with the types that the app's parser needs. */
final class DocumentedShapes {

    private static final String CHANGE = "[+-]?\\d+%";

    private DocumentedShapes() {}

    static void assertComprehensive(JsonNode answer) {
        assertThat(answer.path("patient_id").asText()).isNotBlank();
        assertThat(Instant.parse(answer.path("request_timestamp").asText())).isNotNull();
        assertThat(answer.path("device_info").path("total_metrics").isIntegralNumber())
                .isTrue();
        JsonNode summary = answer.path("summary");
        assertThat(summary).as("every value is an object").allMatch(JsonNode::isObject);
        for (String amount : List.of("steps", "calories", "distance", "flights_climbed")) {
            assertThat(summary.path(amount).path("total").isNumber()).as(amount).isTrue();
            assertChange(summary.path(amount));
        }
        assertThat(summary.path("distance").path("unit").asText()).isEqualTo("km");
        assertHeartRate(summary.path("heart_rate"));
        assertSleep(summary.path("sleep"));
        assertThat(summary.path("sleep").path("unit").asText()).isEqualTo("hours");
        assertSeries(answer.path("time_series"));
    }

    static void assertToday(JsonNode answer) {
        assertThat(answer.path("patient_id").asText()).isNotBlank();
        assertThat(answer.path("date").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
        JsonNode summary = answer.path("summary");
        for (String amount : List.of("steps", "calories", "distance", "flights_climbed")) {
            assertThat(summary.path(amount).path("total").isNumber()).as(amount).isTrue();
            assertChange(summary.path(amount));
        }
        assertHeartRate(summary.path("heart_rate"));
        assertSleep(summary.path("sleep"));
        for (String hours : List.of("deep_hours", "core_hours", "rem_hours", "light_hours")) {
            assertThat(summary.path("sleep_breakdown").path(hours).isNumber())
                    .as(hours)
                    .isTrue();
        }
    }

    private static void assertSeries(JsonNode series) {
        for (String name : List.of("steps", "calories", "distance", "flights_climbed")) {
            assertPoints(series.path(name), name, List.of("total", "count"));
        }
        for (String name : List.of("steps_hourly", "calories_hourly", "distance_hourly")) {
            assertPoints(series.path(name), name, List.of("total", "avg", "count"));
        }
        for (String name : List.of("heart_rate", "heart_rate_hourly")) {
            assertPoints(series.path(name), name, List.of("bpm", "min_bpm", "max_bpm", "count"));
        }
        assertPoints(series.path("sleep"), "sleep", List.of("time_in_bed", "time_asleep"));
        assertThat(series.path("sleep")).allSatisfy(night -> assertStages(night.path("stages")));
    }

    private static void assertPoints(JsonNode points, String name, List<String> numbers) {
        assertThat(points.isArray()).as(name).isTrue();
        assertThat(points)
                .extracting(point -> point.path("date").asText())
                .as(name)
                .isSorted();
        for (JsonNode point : points) {
            assertThat(point.path("date").asText()).as(name).isNotBlank();
            assertThat(numbers).as(name).allMatch(number -> point.path(number).isNumber());
        }
    }

    private static void assertHeartRate(JsonNode heartRate) {
        for (String figure : List.of("avg", "min", "max")) {
            assertThat(heartRate.path(figure).isNumber()).as(figure).isTrue();
        }
        assertChange(heartRate);
    }

    private static void assertSleep(JsonNode sleep) {
        assertThat(sleep.path("time_in_bed").isNumber()).isTrue();
        assertThat(sleep.path("time_asleep").isNumber()).isTrue();
        assertStages(sleep.path("stages"));
        assertThat(sleep.path("sessions").isArray()).isTrue();
        for (JsonNode session : sleep.path("sessions")) {
            Instant start = Instant.parse(session.path("start_time").asText());
            assertThat(Instant.parse(session.path("end_time").asText())).isAfter(start);
            assertThat(session.path("in_bed_hours").isNumber()).isTrue();
            assertThat(session.path("asleep_hours").isNumber()).isTrue();
            assertStages(session.path("stages"));
        }
    }

    private static void assertStages(JsonNode stages) {
        assertThat(List.of("awake", "rem", "core", "deep"))
                .allMatch(stage -> stages.path(stage).isNumber());
    }

    /** Absent when there is nothing to compare with. */
    private static void assertChange(JsonNode metric) {
        if (metric.hasNonNull("change")) {
            assertThat(metric.path("change").asText()).matches(CHANGE);
        }
    }
}

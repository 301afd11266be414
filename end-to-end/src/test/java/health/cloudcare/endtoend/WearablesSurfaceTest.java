package health.cloudcare.endtoend;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import health.cloudcare.endtoend.suite.Suite;
import health.cloudcare.endtoend.suite.WithSuite;
import health.cloudcare.journey.Answer;
import health.cloudcare.journey.Gateway;
import health.cloudcare.journey.PatientClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Every documented call of the wearables section, in the old and the new parameters, for a new patient and for one with readings. */
@WithSuite
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WearablesSurfaceTest {

    private static final String API = "/api/v1/wearables/";

    private final Gateway gateway;
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    private PatientClient fresh;
    private PatientClient measured;

    WearablesSurfaceTest(Suite suite) {
        gateway = suite.gateway();
    }

    @BeforeAll
    void measure() {
        fresh = PatientClient.signUp(gateway);
        measured = PatientClient.signUp(gateway);
        measured.post(
                        PatientClient.APPLE_HEALTH,
                        Map.of(
                                "deviceId",
                                "phone-" + measured.patientId(),
                                "exportTimestamp",
                                now.toString(),
                                "metrics",
                                List.of(
                                        sample("heartRate", 60, "count/min", 20, 20, Map.of("device", "Apple Watch")),
                                        sample("heartRate", 80, "count/min", 10, 10, Map.of("device", "Apple Watch")),
                                        sample("stepCount", 700, "count", 40, 30, Map.of()),
                                        sample("sleepAnalysis", 5, "hr", 600, 300, Map.of("category", "core")))))
                .expect(201);
    }

    private Map<String, Object> sample(
            String type,
            double value,
            String unit,
            int beganMinutesAgo,
            int endedMinutesAgo,
            Map<String, String> more) {
        return Map.of(
                "type",
                type,
                "value",
                value,
                "unit",
                unit,
                "startDate",
                now.minus(beganMinutesAgo, ChronoUnit.MINUTES).toString(),
                "endDate",
                now.minus(endedMinutesAgo, ChronoUnit.MINUTES).toString(),
                "sourceApp",
                "Health",
                "metadata",
                more);
    }

    /** No data yet is no reason for a 404: the app would wait for ever. */
    @ParameterizedTest
    @CsvSource({
        "metrics/comprehensive?days=30, summary",
        "metrics/comprehensive?days=7&tz=America/New_York, time_series",
        "summary/today?, summary",
        "summary?, steps",
        "metrics/recent?hours=24&limit=100, metrics",
        "metrics/recent?, metrics",
        "metrics/aggregated?period=daily&days=7, metrics",
        "metrics/aggregated?period=hourly&days=1&metric_type=heart_rate, metrics",
        "metrics/aggregated?period=weekly&days=30, metrics",
        "metrics/aggregated?period=daily&start_date=2026-01-01&end_date=2026-01-31, metrics",
        "metrics/by-type?metric_type=steps&days=30, metrics",
        "metrics/by-type?metric_type=heart_rate&start_date=2026-01-01&end_date=2026-01-31T10:00:00Z&limit=10, metrics",
        "metrics/sleep-trends?days=30, data",
        "metrics/heart-rate-trends?days=7, data",
        "devices?, ''",
        "devices/paired?, ''"
    })
    void answersAlsoWhoHasNothingYet(String pathAndQuery, String member) {
        for (PatientClient patient : List.of(fresh, measured)) {
            JsonNode body = get(patient, pathAndQuery).expect(200).json();
            assertThat(member.isEmpty() ? body : body.path(member))
                    .as(pathAndQuery)
                    .isNotNull();
            assertThat(member.isEmpty() || body.has(member)).as(pathAndQuery).isTrue();
        }
    }

    @Test
    void showsWhatWasMeasured() {
        JsonNode recent = get(measured, "metrics/recent?hours=24").expect(200).json();
        assertThat(recent.path("count").asInt()).isEqualTo(4);
        assertThat(recent.path("metrics").path(0).path("metric_type").asText()).isEqualTo("heart_rate");
        assertThat(recent.path("metrics").path(0).path("value").asDouble()).isEqualTo(80);

        JsonNode lastDay = get(measured, "summary?").expect(200).json();
        assertThat(lastDay.path("steps").asInt()).isEqualTo(700);
        assertThat(lastDay.path("avg_heart_rate").asDouble()).isEqualTo(70);
        assertThat(lastDay.path("total_sleep_hours").asDouble()).isEqualTo(5);
        assertThat(lastDay.path("data_points").asInt()).isEqualTo(4);

        JsonNode pulses = get(measured, "metrics/by-type?metric_type=heart_rate&days=2")
                .expect(200)
                .json();
        assertThat(pulses.path("metrics").findValues("value").stream().map(JsonNode::asInt))
                .containsExactly(60, 80);
        assertThat(get(measured, "metrics/sleep-trends?days=2")
                        .expect(200)
                        .json()
                        .path("data")
                        .findValues("time_asleep")
                        .stream()
                        .mapToDouble(JsonNode::asDouble)
                        .sum())
                .isEqualTo(5);
        assertThat(get(measured, "metric-types?").expect(200).json().findValuesAsText("metric_type"))
                .contains("steps", "heart_rate", "sleep_analysis", "hrv_rmssd");
    }

    @ParameterizedTest
    @CsvSource({
        "metrics/comprehensive?days=0",
        "metrics/comprehensive?tz=Mars/Olympus",
        "metrics/aggregated?period=yearly",
        "metrics/aggregated?metric_type=mood",
        "metrics/by-type?",
        "metrics/by-type?metric_type=steps&start_date=tomorrow",
        "metrics/recent?hours=-1",
        "metrics/sleep-trends?days=10000"
    })
    void saysWhatIsWrong(String pathAndQuery) {
        assertThat(get(measured, pathAndQuery).status()).as(pathAndQuery).isEqualTo(422);
    }

    @Test
    void takesInAndGivesBack() {
        PatientClient patient = PatientClient.signUp(gateway);
        patient.post(
                        API + "import/health-connect",
                        Map.of(
                                "deviceId",
                                "pixel-" + patient.patientId(),
                                "records",
                                List.of(Map.of(
                                        "recordType",
                                        "StepsRecord",
                                        "count",
                                        120,
                                        "startTime",
                                        now.minusSeconds(600).toString(),
                                        "endTime",
                                        now.minusSeconds(300).toString(),
                                        "metadata",
                                        Map.of("id", "record-1")))))
                .expect(201);
        patient.post(
                        API + "import/open-mhealth",
                        Map.of(
                                "header",
                                Map.of(
                                        "id",
                                        "point-1",
                                        "schema_id",
                                        Map.of("namespace", "omh", "name", "heart-rate", "version", "2.0")),
                                "body",
                                Map.of(
                                        "heart_rate",
                                        Map.of("value", 66, "unit", "beats/min"),
                                        "effective_time_frame",
                                        Map.of(
                                                "date_time",
                                                now.minusSeconds(600).toString()))))
                .expect(201);
        assertThat(get(patient, "summary?")
                        .expect(200)
                        .json()
                        .path("data_points")
                        .asInt())
                .isEqualTo(2);

        Answer deleted = patient.post(API + "deletions", Map.of("record_ids", List.of("record-1", "point-1")));
        assertThat(deleted.expect(201).json().path("removed").asInt()).isEqualTo(2);

        JsonNode lastDay = get(patient, "summary?").expect(200).json();
        assertThat(lastDay.path("data_points").asInt()).isZero();
        assertThat(lastDay.path("steps").asInt()).isZero();
    }

    private static Answer get(PatientClient patient, String pathAndQuery) {
        int question = pathAndQuery.indexOf('?');
        Map<String, String> query = new java.util.HashMap<>();
        query.put("patient_id", patient.patientId().toString());
        for (String pair : pathAndQuery.substring(question + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return patient.get(API + pathAndQuery.substring(0, question), query);
    }
}

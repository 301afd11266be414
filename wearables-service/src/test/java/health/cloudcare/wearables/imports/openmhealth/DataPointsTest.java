package health.cloudcare.wearables.imports.openmhealth;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Reading;
import health.cloudcare.wearables.reading.RejectionReason;
import health.cloudcare.wearables.reading.SleepStage;
import health.cloudcare.wearables.sync.JudgedRecords;
import health.cloudcare.wearables.sync.RejectedRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DataPointsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-20T00:00:00Z"), ZoneOffset.UTC);

    private static final String AT = "\"effective_time_frame\": {\"date_time\": \"2025-11-19T07:25:00+01:00\"}";
    private static final String NIGHT = """
            "effective_time_frame": {"time_interval": {"start_date_time": "2025-11-18T22:00:00Z", "end_date_time": "2025-11-19T06:00:00Z"}}""";

    @Test
    void readsOneDataPoint() {
        JudgedRecords judged =
                judged(point("heart-rate", "\"heart_rate\": {\"value\": 50, \"unit\": \"beats/min\"}, " + AT));

        assertThat(judged.readings())
                .extracting(Reading::metric, Reading::value, Reading::startMillis, reading -> reading.source()
                        .name())
                .containsExactly(tuple(MetricType.HEART_RATE, 50.0, millis("2025-11-19T06:25:00Z"), "RunKeeper"));
    }

    @Test
    void readsTheSchemasOfOneValue() {
        JudgedRecords judged = judged(list(
                point("body-weight", "\"body_weight\": {\"value\": 154.3, \"unit\": \"lb\"}, " + AT),
                point("body-height", "\"body_height\": {\"value\": 175, \"unit\": \"cm\"}, " + AT),
                point("body-mass-index", "\"body_mass_index\": {\"value\": 22.9, \"unit\": \"kg/m2\"}, " + AT),
                point("body-fat-percentage", "\"body_fat_percentage\": {\"value\": 21.5, \"unit\": \"%\"}, " + AT),
                point("body-temperature", "\"body_temperature\": {\"value\": 310.15, \"unit\": \"K\"}, " + AT),
                point("blood-glucose", "\"blood_glucose\": {\"value\": 5.5, \"unit\": \"mmol/L\"}, " + AT),
                point("oxygen-saturation", "\"oxygen_saturation\": {\"value\": 0.9, \"unit\": \"%\"}, " + AT),
                point("respiratory-rate", "\"respiratory_rate\": {\"value\": 12, \"unit\": \"breaths/min\"}, " + AT),
                point("step-count", "\"step_count\": 120, " + NIGHT),
                point("step-count", "\"step_count\": {\"value\": 130, \"unit\": \"steps\"}, " + NIGHT),
                point("calories-burned", "\"kcal_burned\": {\"value\": 160, \"unit\": \"kcal\"}, " + NIGHT),
                point("blood-pressure", """
                        "systolic_blood_pressure": {"value": 120, "unit": "mmHg"},
                        "diastolic_blood_pressure": {"value": 80, "unit": "mmHg"},""" + AT)));

        assertThat(judged.report().rejections()).isEmpty();
        assertThat(judged.readings())
                .extracting(reading -> reading.metric().code() + " " + Math.round(reading.value() * 10) / 10.0)
                .containsExactly(
                        "weight 70.0",
                        "height 175.0",
                        "body_mass_index 22.9",
                        "body_fat 21.5",
                        "body_temperature 37.0",
                        "blood_glucose 99.1",
                        "oxygen_level 0.9",
                        "respiratory_rate 12.0",
                        "steps 120.0",
                        "steps 130.0",
                        "calories 160.0",
                        "blood_pressure_systolic 120.0",
                        "blood_pressure_diastolic 80.0");
    }

    @Test
    void laysTheTimeAsleepToTheEndOfTheNight() {
        JudgedRecords judged = judged(list(
                point("sleep-episode", "\"total_sleep_time\": {\"value\": 7, \"unit\": \"h\"}, " + NIGHT),
                point("sleep-episode", NIGHT),
                point("sleep-duration", "\"sleep_duration\": {\"value\": 90, \"unit\": \"min\"}, " + NIGHT),
                point("sleep-duration", "\"sleep_duration\": {\"value\": 90, \"unit\": \"d\"}, " + NIGHT),
                point("sleep-duration", NIGHT)));

        assertThat(judged.readings())
                .extracting(
                        reading -> SleepStage.ofCode((int) reading.value()),
                        reading -> (reading.endMillis() - reading.startMillis()) / 60_000,
                        Reading::endMillis)
                .containsExactly(
                        tuple(SleepStage.IN_BED, 480L, millis("2025-11-19T06:00:00Z")),
                        tuple(SleepStage.ASLEEP, 420L, millis("2025-11-19T06:00:00Z")),
                        tuple(SleepStage.IN_BED, 480L, millis("2025-11-19T06:00:00Z")),
                        tuple(SleepStage.ASLEEP, 480L, millis("2025-11-19T06:00:00Z")),
                        tuple(SleepStage.ASLEEP, 90L, millis("2025-11-19T06:00:00Z")),
                        tuple(SleepStage.ASLEEP, 480L, millis("2025-11-19T06:00:00Z")));
        assertThat(judged.report().rejections())
                .extracting(RejectedRecord::position, RejectedRecord::reason)
                .containsExactly(tuple(4L, RejectionReason.NOT_A_NUMBER));
    }

    @Test
    void attributesPhysicalActivityToItsKind() {
        JudgedRecords judged = judged(list(
                point("physical-activity", """
                        "activity_name": "Running", "distance": {"value": 1.5, "unit": "mi"},
                        "kcal_burned": {"value": 160, "unit": "kcal"}, "effective_time_frame": {"time_interval":
                        {"start_date_time": "2025-11-19T05:00:00Z", "duration": {"value": 30, "unit": "min"}}}"""),
                point("physical-activity", """
                        "activity_name": "yoga", "distance": {"value": 1, "unit": "m"}, "effective_time_frame": {"time_interval":
                        {"end_date_time": "2025-11-19T05:00:00Z", "duration": {"value": 600, "unit": "sec"}}}"""),
                point("physical-activity", "\"activity_name\": \"walking\"")));

        assertThat(judged.readings())
                .extracting(reading -> reading.metric().code() + " " + Math.round(reading.value() * 100) / 100.0)
                .containsExactly(
                        "workout_running_time 30.0",
                        "workout_running_distance 2.41",
                        "workout_running_energy 160.0",
                        "workout_mind_body_time 10.0");
        assertThat(judged.report().unmapped()).as("a distance of yoga").isEqualTo(1);
        assertThat(judged.report().rejected()).isEqualTo(1);
    }

    @Test
    void aBadDataPointCostsNoGoodOne() {
        JudgedRecords judged = judged(list(
                "null",
                "{\"header\": {\"schema_id\": {\"name\": \"heart-rate\"}}}",
                point("heart-rate", AT),
                point("heart-rate", """
                        "heart_rate": {"value": 190, "unit": "beats/min"}, "descriptive_statistic": "maximum",""" + AT),
                point("heart-rate", """
                        "heart_rate": {"value": 50, "unit": "beats/min"}, "effective_time_frame": {"time_interval":
                        {"date": "2025-11-19", "part_of_day": "morning"}}"""),
                point("geoposition", "\"latitude\": 1"),
                point("body-weight", "\"body_weight\": {\"value\": 70, \"unit\": \"kg\"}, " + AT)
                        .replace("omh", "granola"),
                point("heart-rate", "\"heart_rate\": {\"value\": 50, \"unit\": \"beats/min\"}, " + AT)));

        assertThat(judged.readings()).hasSize(1);
        assertThat(judged.report().unmapped()).isEqualTo(2);
        assertThat(judged.report().rejections())
                .extracting(RejectedRecord::position, RejectedRecord::reason)
                .containsExactly(
                        tuple(0L, RejectionReason.MALFORMED),
                        tuple(1L, RejectionReason.MALFORMED),
                        tuple(2L, RejectionReason.NOT_A_NUMBER),
                        tuple(3L, RejectionReason.MALFORMED),
                        tuple(4L, RejectionReason.TIME_MALFORMED));
    }

    private static String point(String schema, String body) {
        return """
                {"header": {"id": "123e4567", "creation_date_time": "2025-11-19T08:00:00Z",
                            "schema_id": {"namespace": "omh", "name": "%s", "version": "2.0"},
                            "acquisition_provenance": {"source_name": "RunKeeper", "modality": "sensed"}},
                 "body": {%s}}""".formatted(schema, body);
    }

    private static String list(String... points) {
        return "[" + String.join(",", points) + "]";
    }

    private static JudgedRecords judged(String points) {
        try {
            return JudgedRecords.ofIndexed(DataPoints.read(JSON.readTree(points)), CLOCK);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}

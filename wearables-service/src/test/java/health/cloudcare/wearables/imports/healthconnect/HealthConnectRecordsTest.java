package health.cloudcare.wearables.imports.healthconnect;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.reading.Original;
import health.cloudcare.wearables.reading.Reading;
import health.cloudcare.wearables.reading.RejectionReason;
import health.cloudcare.wearables.reading.SleepStage;
import health.cloudcare.wearables.reading.SourceKind;
import health.cloudcare.wearables.sync.JudgedRecords;
import health.cloudcare.wearables.sync.RejectedRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

class HealthConnectRecordsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-20T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void readsEachSampleOfAHeartRateRecord() {
        JudgedRecords judged = judged("""
                {"recordType": "HeartRateRecord", "startTime": "2025-11-19T05:50:00Z", "endTime": "2025-11-19T05:52:00Z",
                 "samples": [{"time": "2025-11-19T05:50:01Z", "beatsPerMinute": 62},
                             {"time": "2025-11-19T05:51:01.500Z", "beatsPerMinute": 64},
                             {"time": "2025-11-19T05:51:31Z", "beatsPerMinute": 6400}]}""");

        assertThat(judged.readings())
                .extracting(Reading::metric, Reading::value, Reading::startMillis)
                .containsExactly(
                        tuple(MetricType.HEART_RATE, 62.0, millis("2025-11-19T05:50:01Z")),
                        tuple(MetricType.HEART_RATE, 64.0, millis("2025-11-19T05:51:01.500Z")));
        assertThat(judged.report().rejections())
                .extracting(RejectedRecord::position, RejectedRecord::reason)
                .containsExactly(tuple(0L, RejectionReason.OUT_OF_RANGE));
    }

    @Test
    void readsIntervalsAndKeepsWhatTheyWereWrittenIn() {
        JudgedRecords judged = judged("""
                {"recordType": "StepsRecord", "startTime": "2025-11-19T05:50:00Z", "endTime": "2025-11-19T06:00:00Z", "count": 120}""", """
                {"recordType": "Distance", "startTime": "2025-11-19T05:50:00Z", "endTime": "2025-11-19T06:00:00Z",
                 "distance": {"inMiles": 0.0559, "inMeters": 90, "inKilometers": 0.09}}""", """
                {"recordType": "ActiveCaloriesBurnedRecord", "startTime": "2025-11-19T05:50:00Z", "endTime": "2025-11-19T06:00:00Z",
                 "energy": {"value": 41.84, "unit": "kilojoules"}}""", """
                {"recordType": "FloorsClimbedRecord", "startTime": "2025-11-19T05:50:00Z", "endTime": "2025-11-19T06:00:00Z", "floors": 2.5}""");

        assertThat(judged.readings())
                .extracting(Reading::metric, Reading::original)
                .containsExactly(
                        tuple(MetricType.STEPS, null),
                        tuple(MetricType.DISTANCE, null),
                        tuple(MetricType.CALORIES, new Original(41.84, "kJ")),
                        tuple(MetricType.FLIGHTS_CLIMBED, null));
        assertThat(judged.readings().get(1).value()).isEqualTo(0.09);
        assertThat(judged.readings().get(2).value()).isCloseTo(10, within(1e-9));
        assertThat(judged.readings().get(3).endMillis()
                        - judged.readings().get(3).startMillis())
                .isEqualTo(600_000);
    }

    @Test
    void readsMeasurementsOfAnInstant() {
        JudgedRecords judged = judged(
                instant("RestingHeartRate", "\"beatsPerMinute\": 51"),
                instant("HeartRateVariabilityRmssdRecord", "\"heartRateVariabilityMillis\": 42.5"),
                instant("OxygenSaturationRecord", "\"percentage\": 0.9"),
                instant("OxygenSaturationRecord", "\"percentage\": {\"value\": 97}"),
                instant("RespiratoryRateRecord", "\"rate\": 14"),
                instant("BodyTemperatureRecord", "\"temperature\": {\"inFahrenheit\": 98.6}"),
                instant("BloodPressureRecord", """
                        "systolic": {"inMillimetersOfMercury": 120}, "diastolic": {"value": 80, "unit": "millimetersOfMercury"}"""),
                instant("BloodGlucoseRecord", "\"level\": {\"inMillimolesPerLiter\": 5.5}"),
                instant("Vo2MaxRecord", "\"vo2MillilitersPerMinuteKilogram\": 44"),
                instant("WeightRecord", "\"weight\": {\"inPounds\": 154.3}"),
                instant("HeightRecord", "\"height\": {\"inMeters\": 1.75}"),
                instant("BodyFatRecord", "\"percentage\": 21.5"));

        assertThat(judged.report().rejections()).isEmpty();
        assertThat(judged.readings())
                .extracting(reading -> reading.metric().code() + " " + Math.round(reading.value() * 10) / 10.0)
                .containsExactly(
                        "resting_heart_rate 51.0",
                        "hrv_rmssd 42.5",
                        "oxygen_level 0.9",
                        "oxygen_level 97.0",
                        "respiratory_rate 14.0",
                        "body_temperature 37.0",
                        "blood_pressure_systolic 120.0",
                        "blood_pressure_diastolic 80.0",
                        "blood_glucose 99.1",
                        "vo2_max 44.0",
                        "weight 70.0",
                        "height 175.0",
                        "body_fat 21.5");
    }

    @Test
    void addsDifferencesOfSkinTemperatureToTheirBaseline() {
        String record = """
                {"recordType": "SkinTemperatureRecord", "startTime": "2025-11-19T01:00:00Z", "endTime": "2025-11-19T05:00:00Z", %s
                 "deltas": [{"time": "2025-11-19T02:00:00Z", "delta": {"inCelsius": -0.5}}]}""";

        assertThat(judged(record.formatted("\"baseline\": {\"inCelsius\": 34.5},"))
                        .readings())
                .extracting(Reading::metric, Reading::value)
                .containsExactly(tuple(MetricType.SKIN_TEMPERATURE, 34.0));
        assertThat(judged(record.formatted("")).report().rejected()).isEqualTo(1);
    }

    @Test
    void readsTheStagesOfSleep() {
        JudgedRecords judged = judged("""
                {"recordType": "SleepSessionRecord", "startTime": "2025-11-18T22:00:00Z", "endTime": "2025-11-19T06:00:00Z", "stages": [
                 {"startTime": "2025-11-18T22:00:00Z", "endTime": "2025-11-18T23:00:00Z", "stage": 4},
                 {"startTime": "2025-11-18T23:00:00Z", "endTime": "2025-11-18T23:10:00Z", "stage": "STAGE_TYPE_AWAKE_IN_BED"},
                 {"startTime": "2025-11-18T23:10:00Z", "endTime": "2025-11-18T23:15:00Z", "stage": 3},
                 {"startTime": "2025-11-18T23:15:00Z", "endTime": "2025-11-19T02:00:00Z", "stage": 5},
                 {"startTime": "2025-11-19T02:00:00Z", "endTime": "2025-11-19T06:00:00Z", "stage": "rem"},
                 {"startTime": "2025-11-19T02:00:00Z", "endTime": "2025-11-19T06:00:00Z", "stage": 99}]}""", """
                {"recordType": "SleepSessionRecord", "startTime": "2025-11-17T22:00:00Z", "endTime": "2025-11-18T06:00:00Z", "stages": []}""");

        assertThat(judged.readings())
                .extracting(reading -> SleepStage.ofCode((int) reading.value()))
                .containsExactly(SleepStage.CORE, SleepStage.AWAKE, SleepStage.DEEP, SleepStage.REM, SleepStage.ASLEEP);
        assertThat(judged.report().unmapped()).as("out of bed").isEqualTo(1);
        assertThat(judged.report().rejections())
                .extracting(RejectedRecord::reason)
                .containsExactly(RejectionReason.MALFORMED);
    }

    @Test
    void readsSessionsAsMinutes() {
        String session = """
                {"recordType": "%s", "exerciseType": %s, "startTime": "2025-11-19T05:00:00Z", "endTime": "2025-11-19T05:30:00Z"}""";
        JudgedRecords judged = judged(
                session.formatted("ExerciseSessionRecord", "56"),
                session.formatted("ExerciseSessionRecord", "\"EXERCISE_TYPE_BIKING_STATIONARY\""),
                session.formatted("ExerciseSessionRecord", "83"),
                session.formatted("ExerciseSessionRecord", "4711"),
                session.formatted("MindfulnessSessionRecord", "null"),
                "{\"recordType\": \"ExerciseSessionRecord\", \"startTime\": \"2025-11-19T05:00:00Z\"}");

        assertThat(judged.readings())
                .extracting(reading -> reading.metric().code() + " " + reading.value())
                .containsExactly(
                        "workout_running_time 30.0",
                        "workout_cycling_time 30.0",
                        "workout_mind_body_time 30.0",
                        "workout_other_time 30.0",
                        "mindful_minutes 30.0");
        assertThat(judged.report().rejections())
                .extracting(RejectedRecord::position, RejectedRecord::reason)
                .containsExactly(tuple(5L, RejectionReason.TIME_MALFORMED));
    }

    @Test
    void completesATimeByTheOffsetBesideIt() {
        String record = """
                {"recordType": "WeightRecord", "time": "2025-11-19T05:50:00", "zoneOffset": %s, "weight": {"inKilograms": 70}}""";

        assertThat(judged(
                                record.formatted("\"+05:30\""),
                                record.formatted("{\"id\": \"+05:30\"}"),
                                record.formatted("{\"totalSeconds\": 19800}"))
                        .readings())
                .extracting(Reading::startMillis)
                .containsOnly(millis("2025-11-19T00:20:00Z"));
        assertThat(judged(record.formatted("null")).report().rejections())
                .extracting(RejectedRecord::reason)
                .containsExactly(RejectionReason.TIME_MALFORMED);
    }

    @Test
    void twoAppsOnOneWatchAreTwoSources() {
        String record = """
                {"recordType": "StepsRecord", "startTime": "2025-11-19T05:50:00Z", "endTime": "2025-11-19T06:00:00Z", "count": 120,
                 "metadata": {"id": "1", "dataOrigin": %s, "device": {"type": 1, "manufacturer": "Google", "model": "Pixel Watch"}}}""";

        assertThat(judged(record.formatted("{\"packageName\": \"com.fit\"}"), record.formatted("\"com.health\""))
                        .readings())
                .extracting(reading -> reading.source().name(), reading -> reading.source()
                        .kind())
                .containsExactly(
                        tuple("Google Pixel Watch (com.fit)", SourceKind.WATCH),
                        tuple("Google Pixel Watch (com.health)", SourceKind.WATCH));
        assertThat(judged(instant("RestingHeartRate", "\"beatsPerMinute\": 51")).readings())
                .extracting(reading -> reading.source().name())
                .containsExactly("sender");
    }

    @Test
    void aBadRecordCostsNoGoodOne() {
        JudgedRecords judged = judged(
                "null",
                "7",
                "[]",
                "{\"recordType\": 8}",
                "{\"recordType\": \"NutritionRecord\"}",
                instant("WeightRecord", "\"weight\": 70"),
                instant("WeightRecord", "\"weight\": {\"inKilograms\": []}"),
                "{\"recordType\": \"HeartRateRecord\"}",
                instant("WeightRecord", "\"weight\": {\"inKilograms\": 70}"));

        assertThat(judged.readings()).hasSize(1);
        assertThat(judged.report().unmapped()).isEqualTo(1);
        assertThat(judged.report().rejections())
                .extracting(RejectedRecord::position, RejectedRecord::reason)
                .containsExactly(
                        tuple(0L, RejectionReason.MALFORMED),
                        tuple(1L, RejectionReason.MALFORMED),
                        tuple(2L, RejectionReason.MALFORMED),
                        tuple(3L, RejectionReason.MALFORMED),
                        tuple(5L, RejectionReason.UNIT_UNKNOWN),
                        tuple(6L, RejectionReason.NOT_A_NUMBER),
                        tuple(7L, RejectionReason.MALFORMED));
    }

    private static String instant(String type, String members) {
        return "{\"recordType\": \"%s\", \"time\": \"2025-11-19T05:50:00Z\", %s}".formatted(type, members);
    }

    private static JudgedRecords judged(String... records) {
        try {
            return JudgedRecords.ofIndexed(
                    HealthConnectRecords.read(
                            JSON.readTree("[" + String.join(",", List.of(records)) + "]"), "", "sender"),
                    CLOCK);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}

package health.cloudcare.wearables.metric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

class MetricVocabularyTest {

    @Example
    void knowsAllThreeSpellingsOfTheDocumentedTypes() {
        List<List<String>> documented = List.of(
                List.of("heart_rate", "HKQuantityTypeIdentifierHeartRate", "heartRate", "Heart Rate"),
                List.of("steps", "HKQuantityTypeIdentifierStepCount", "stepCount", "Step Count"),
                List.of(
                        "calories",
                        "HKQuantityTypeIdentifierActiveEnergyBurned",
                        "activeEnergy",
                        "activeEnergyBurned",
                        "Active Energy"),
                List.of(
                        "distance",
                        "HKQuantityTypeIdentifierDistanceWalkingRunning",
                        "distanceWalkingRunning",
                        "Walking/Running Distance"),
                List.of(
                        "flights_climbed",
                        "HKQuantityTypeIdentifierFlightsClimbed",
                        "flightsClimbed",
                        "Flights Climbed"),
                List.of(
                        "resting_heart_rate",
                        "HKQuantityTypeIdentifierRestingHeartRate",
                        "restingHeartRate",
                        "Resting Heart Rate"),
                List.of("vo2_max", "HKQuantityTypeIdentifierVO2Max", "vo2Max", "VO2 Max"),
                List.of(
                        "oxygen_level",
                        "HKQuantityTypeIdentifierOxygenSaturation",
                        "oxygenSaturation",
                        "Oxygen Saturation",
                        "blood_oxygen"),
                List.of("blood_pressure_systolic", "HKQuantityTypeIdentifierBloodPressureSystolic"),
                List.of("blood_pressure_diastolic", "HKQuantityTypeIdentifierBloodPressureDiastolic"),
                List.of(
                        "hrv",
                        "HKQuantityTypeIdentifierHeartRateVariabilitySDNN",
                        "heartRateVariabilitySDNN",
                        "Heart Rate Variability"),
                List.of(
                        "exercise_time",
                        "HKQuantityTypeIdentifierAppleExerciseTime",
                        "appleExerciseTime",
                        "Apple Exercise Time"),
                List.of("stand_hour", "HKCategoryTypeIdentifierAppleStandHour", "appleStandHour", "Apple Stand Hour"),
                List.of("weight", "HKQuantityTypeIdentifierBodyMass", "bodyMass", "Body Mass"),
                List.of(
                        "respiratory_rate",
                        "HKQuantityTypeIdentifierRespiratoryRate",
                        "respiratoryRate",
                        "Respiratory Rate"),
                List.of(
                        "sleep_analysis",
                        "HKCategoryTypeIdentifierSleepAnalysis",
                        "HKQuantityTypeIdentifierSleepAnalysis",
                        "sleepAnalysis",
                        "Sleep Analysis"));

        for (List<String> names : documented) {
            assertThat(names)
                    .allSatisfy(name -> assertThat(MetricNames.find(name)).isEqualTo(MetricType.ofCode(names.get(0))));
        }
    }

    @Example
    void doesNotKnowTypesThatAreNotKept() {
        assertThat(List.of("HKDataTypeSleepDurationGoal", "HKWorkoutTypeIdentifier", "workout", "", "HeartRateEvent"))
                .allSatisfy(name -> assertThat(MetricNames.find(name)).isEmpty());
    }

    @Example
    void convertsEveryDocumentedUnit() {
        assertThat(converted(MetricType.DISTANCE, "m", 1500)).isEqualTo(1.5);
        assertThat(converted(MetricType.DISTANCE, "mi", 1)).isEqualTo(1.609344);
        assertThat(converted(MetricType.DISTANCE, "yd", 1000)).isEqualTo(0.9144);
        assertThat(converted(MetricType.CALORIES, "kJ", 4184)).isCloseTo(1000, Percentage.withPercentage(1e-9));
        assertThat(converted(MetricType.CALORIES, "Cal", 12)).isEqualTo(12);
        assertThat(converted(MetricType.CALORIES, "cal", 1200)).isEqualTo(1.2);
        assertThat(converted(MetricType.HEART_RATE, "count/min", 72)).isEqualTo(72);
        assertThat(converted(MetricType.HEART_RATE, "BPM", 72)).isEqualTo(72);
        assertThat(converted(MetricType.WEIGHT, "lb", 100)).isCloseTo(45.359237, Offset.offset(1e-9));
        assertThat(converted(MetricType.WEIGHT, "st", 10)).isCloseTo(63.5029318, Offset.offset(1e-9));
        assertThat(converted(MetricType.HEIGHT, "ft", 6)).isCloseTo(182.88, Offset.offset(1e-9));
        assertThat(converted(MetricType.BLOOD_PRESSURE_SYSTOLIC, "kPa", 16)).isCloseTo(120.0, Offset.offset(0.02));
        assertThat(converted(MetricType.BODY_TEMPERATURE, "degF", 98.6)).isCloseTo(37, Offset.offset(1e-9));
        assertThat(converted(MetricType.BLOOD_GLUCOSE, "mmol<180.1558800000541>/L", 5.5))
                .isCloseTo(99.0857, Offset.offset(1e-3));
        assertThat(converted(MetricType.EXERCISE_TIME, "hr", 1.5)).isEqualTo(90);
        assertThat(converted(MetricType.HRV, "s", 0.05)).isCloseTo(50, Offset.offset(1e-9));
        assertThat(converted(MetricType.WALKING_SPEED, "mi/hr", 3)).isCloseTo(4.828032, Offset.offset(1e-9));
        assertThat(converted(MetricType.BODY_MASS_INDEX, "count", 24.2)).isEqualTo(24.2);
    }

    @Example
    void readsOxygenUptakeInAllItsSpellings() {
        assertThat(List.of("mL/min·kg", "ml/kg/min", "mL/kg*min", "mL/(kg*min)", "ML/MIN·KG", "mL / min · kg"))
                .allSatisfy(unit ->
                        assertThat(converted(MetricType.VO2_MAX, unit, 49.91)).isEqualTo(49.91));
    }

    @Example
    void readsThePercentSignAsAppleWritesIt() {
        assertThat(converted(MetricType.BODY_FAT, "%", 0.242)).isCloseTo(24.2, Offset.offset(1e-12));
        assertThat(converted(MetricType.WALKING_ASYMMETRY, "%", 1)).isEqualTo(100);
        assertThat(converted(MetricType.OXYGEN_LEVEL, "%", 97)).isEqualTo(97);
        assertThat(converted(MetricType.BODY_FAT, "percent", 0.5)).isEqualTo(0.5);
    }

    @Example
    void refusesUnitsOfAnotherDimension() {
        assertThat(MetricType.HEART_RATE.unitNamed("count")).isEmpty();
        assertThat(MetricType.DISTANCE.unitNamed("min")).isEmpty();
        assertThat(MetricType.WEIGHT.unitNamed("cm")).isEmpty();
        assertThat(MetricType.STEPS.unitNamed("")).isEmpty();
        assertThat(MetricType.CALORIES.unitNamed("CAL")).isEmpty();
    }

    @Property(tries = 200)
    void convertingThereAndBackChangesNothing(@ForAll @DoubleRange(min = 2, max = 100_000) double value) {
        for (Unit from : Unit.values()) {
            for (Unit to : Unit.values()) {
                if (from.dimension() == to.dimension()) {
                    assertThat(to.to(from, from.to(to, value))).isCloseTo(value, Percentage.withPercentage(1e-6));
                }
            }
        }
    }

    @Example
    void theDocumentationListsTheMetricsAndNothingElse() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("..", "docs", "metrics.md")).stream()
                .filter(line -> line.startsWith("| `") && line.split("\\|").length == 9)
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(MetricType.values())
                        .map(MetricVocabularyTest::row)
                        .toList());
    }

    private static String row(MetricType metric) {
        MetricCodes codes = MetricCodes.of(metric);
        return String.join(
                " | ",
                "| `" + metric.code() + "`",
                metric.unit(),
                metric.aggregation().name().toLowerCase(java.util.Locale.ROOT),
                metric.plausibleRange(),
                String.join(", ", MetricNames.of(metric)),
                orDash(codes.healthConnect()),
                orDash(codes.openMhealth()),
                orDash(codes.loinc()) + " |");
    }

    private static String orDash(@Nullable String code) {
        return code == null ? "–" : code;
    }

    @Example
    void theCodesInUseStay() {
        // stored chunks, the readings topic and consents hold them
        assertThat(Arrays.stream(MetricType.values()).map(MetricType::code))
                .startsWith("steps", "distance", "calories", "basal_calories", "flights_climbed")
                .contains(
                        "distance_cycling",
                        "distance_swimming",
                        "exercise_time",
                        "stand_time",
                        "stand_hour",
                        "heart_rate",
                        "resting_heart_rate",
                        "walking_heart_rate",
                        "hrv",
                        "oxygen_level",
                        "respiratory_rate",
                        "body_temperature",
                        "blood_pressure_systolic",
                        "blood_pressure_diastolic",
                        "blood_glucose",
                        "vo2_max",
                        "weight",
                        "height",
                        "body_mass_index",
                        "body_fat",
                        "walking_speed",
                        "walking_step_length",
                        "walking_double_support",
                        "walking_asymmetry",
                        "headphone_audio_exposure",
                        "sleep_analysis")
                .doesNotHaveDuplicates();
    }

    @Example
    void noTwoMetricsShareAName() {
        assertThat(Arrays.stream(MetricType.values())).allSatisfy(metric -> assertThat(MetricNames.of(metric))
                .filteredOn(name -> !name.equals(MetricNames.NONE))
                .allSatisfy(name -> assertThat(MetricNames.find(name)).contains(metric)));
        assertThat(MetricNames.find("HKQuantityTypeIdentifierAppleSleepingWristTemperature"))
                .contains(MetricType.SKIN_TEMPERATURE);
        assertThat(MetricNames.find("HKCategoryTypeIdentifierMindfulSession")).contains(MetricType.MINDFUL_MINUTES);
        assertThat(MetricNames.find("–")).isEmpty();
        assertThat(MetricNames.find("")).isEmpty();
    }

    @Example
    void everyLoincCodeHasItsCheckDigit() {
        assertThat(Arrays.stream(MetricType.values())
                        .map(metric -> MetricCodes.of(metric).loinc()))
                .filteredOn(java.util.Objects::nonNull)
                .allSatisfy(
                        code -> assertThat(luhn(code.replace("-", ""))).as(code).isTrue());
    }

    /** LOINC's check digit is mod 10 of Luhn. */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }

    private static double converted(MetricType metric, String unit, double value) {
        return metric.inOwnUnit(value, metric.unitNamed(unit).orElseThrow());
    }
}

package health.cloudcare.wearables.metric;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What uploads call the metrics. Each has its code, its HealthKit identifier, and the camelCase and display forms of that
 * identifier which the iOS app sends instead (HKQuantityTypeIdentifierStepCount, stepCount, Step Count, steps). All of
 * these are one name once the prefix, the case and everything but letters and digits are left out.
 */
public final class MetricNames {

    /** In the place of an identifier that HealthKit does not have. */
    static final String NONE = "–";

    /** Without HKQuantityTypeIdentifier or HKCategoryTypeIdentifier; the aliases that do not follow from it behind. */
    private static final Map<MetricType, List<String>> NAMES = new EnumMap<>(Map.ofEntries(
            names(MetricType.STEPS, "StepCount"),
            names(MetricType.DISTANCE, "DistanceWalkingRunning", "Walking/Running Distance"),
            names(MetricType.CALORIES, "ActiveEnergyBurned", "Active Energy"),
            names(MetricType.BASAL_CALORIES, "BasalEnergyBurned", "Resting Energy"),
            names(MetricType.FLIGHTS_CLIMBED, "FlightsClimbed"),
            names(MetricType.DISTANCE_CYCLING, "DistanceCycling", "Cycling Distance"),
            names(MetricType.DISTANCE_SWIMMING, "DistanceSwimming", "Swimming Distance"),
            names(MetricType.EXERCISE_TIME, "AppleExerciseTime"),
            names(MetricType.STAND_TIME, "AppleStandTime"),
            names(MetricType.STAND_HOUR, "AppleStandHour"),
            names(MetricType.HEART_RATE, "HeartRate"),
            names(MetricType.RESTING_HEART_RATE, "RestingHeartRate"),
            names(MetricType.WALKING_HEART_RATE, "WalkingHeartRateAverage"),
            names(MetricType.HRV, "HeartRateVariabilitySDNN", "Heart Rate Variability"),
            names(MetricType.HRV_RMSSD, NONE, "Heart Rate Variability RMSSD", "rmssd"),
            names(MetricType.OXYGEN_LEVEL, "OxygenSaturation", "blood_oxygen"),
            names(MetricType.RESPIRATORY_RATE, "RespiratoryRate"),
            names(MetricType.BODY_TEMPERATURE, "BodyTemperature"),
            names(MetricType.SKIN_TEMPERATURE, "AppleSleepingWristTemperature", "wrist_temperature"),
            names(MetricType.BLOOD_PRESSURE_SYSTOLIC, "BloodPressureSystolic"),
            names(MetricType.BLOOD_PRESSURE_DIASTOLIC, "BloodPressureDiastolic"),
            names(MetricType.BLOOD_GLUCOSE, "BloodGlucose"),
            names(MetricType.VO2_MAX, "VO2Max"),
            names(MetricType.WEIGHT, "BodyMass"),
            names(MetricType.HEIGHT, "Height"),
            names(MetricType.BODY_MASS_INDEX, "BodyMassIndex"),
            names(MetricType.BODY_FAT, "BodyFatPercentage"),
            names(MetricType.WALKING_SPEED, "WalkingSpeed"),
            names(MetricType.WALKING_STEP_LENGTH, "WalkingStepLength"),
            names(MetricType.WALKING_DOUBLE_SUPPORT, "WalkingDoubleSupportPercentage"),
            names(MetricType.WALKING_ASYMMETRY, "WalkingAsymmetryPercentage"),
            names(MetricType.HEADPHONE_AUDIO_EXPOSURE, "HeadphoneAudioExposure"),
            names(MetricType.MINDFUL_MINUTES, "MindfulSession"),
            names(MetricType.SLEEP, "SleepAnalysis")));

    /** HealthKit has both; its sleep and stand hours are categories, but the documented app also calls sleep a quantity. */
    private static final List<String> PREFIXES = List.of("HKQuantityTypeIdentifier", "HKCategoryTypeIdentifier");

    private static final Map<String, MetricType> BY_NAME = byName();

    private MetricNames() {}

    /** The metric that goes by that name, in any of its spellings; empty for a type that CloudCare does not keep. */
    public static Optional<MetricType> find(String name) {
        MetricType exact = BY_NAME.get(name);
        return Optional.ofNullable(exact != null ? exact : BY_NAME.get(folded(name)));
    }

    /** The HealthKit identifier without its prefix, and the further aliases. */
    static List<String> of(MetricType metric) {
        return NAMES.getOrDefault(metric, List.of(NONE));
    }

    private static Map.Entry<MetricType, List<String>> names(MetricType metric, String... names) {
        return Map.entry(metric, List.of(names));
    }

    private static Map<String, MetricType> byName() {
        Map<String, MetricType> byName = new HashMap<>();
        for (MetricType metric : MetricType.values()) {
            Stream<String> identifiers =
                    PREFIXES.stream().map(prefix -> prefix + of(metric).get(0));
            Stream.of(Stream.of(metric.code()), of(metric).stream(), identifiers)
                    .flatMap(names -> names)
                    .filter(name -> !name.endsWith(NONE))
                    .flatMap(name -> Arrays.stream(new String[] {name, folded(name)}))
                    .forEach(name -> byName.put(name, metric));
        }
        return Map.copyOf(byName);
    }

    private static String folded(String name) {
        String bare = PREFIXES.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> name.substring(prefix.length()))
                .orElse(name);
        StringBuilder letters = new StringBuilder(bare.length());
        bare.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}

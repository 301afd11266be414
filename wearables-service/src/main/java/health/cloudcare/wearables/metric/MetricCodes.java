package health.cloudcare.wearables.metric;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a metric is called elsewhere. Null where a vocabulary has no such measurement; a near miss (a day's mean for a
 * reading, RMSSD for SDNN) is no equivalent and is left out.
 *
 * @param healthConnect the record of Android's Health Connect, and the member that holds the value
 * @param openMhealth the name of the schema in the namespace {@code omh}, and the member of its body
 * @param loinc the code of the observation
 */
record MetricCodes(
        @Nullable String healthConnect,
        @Nullable String openMhealth,
        @Nullable String loinc) {

    private static final MetricCodes NONE = new MetricCodes(null, null, null);

    private static final Map<MetricType, MetricCodes> CODES = new EnumMap<>(Map.ofEntries(
            // spotless:off (one line per metric reads as the table it is)
            codes(MetricType.STEPS, "StepsRecord.count", "step-count.step_count", "55423-8"),
            codes(MetricType.DISTANCE, "DistanceRecord.distance", null, "55430-3"),
            codes(MetricType.CALORIES, "ActiveCaloriesBurnedRecord.energy", "calories-burned.kcal_burned", "93819-1"),
            codes(MetricType.FLIGHTS_CLIMBED, "FloorsClimbedRecord.floors", null, "100304-5"),
            codes(MetricType.DISTANCE_CYCLING, null, null, "93818-3"),
            codes(MetricType.DISTANCE_SWIMMING, null, null, "93816-7"),
            codes(MetricType.EXERCISE_TIME, null, null, "55411-3"),
            codes(MetricType.HEART_RATE, "HeartRateRecord.samples.beatsPerMinute", "heart-rate.heart_rate", "8867-4"),
            codes(MetricType.RESTING_HEART_RATE, "RestingHeartRateRecord.beatsPerMinute", null, "40443-4"),
            codes(MetricType.HRV, null, null, "80404-7"),
            codes(MetricType.HRV_RMSSD, "HeartRateVariabilityRmssdRecord.heartRateVariabilityMillis", null, null),
            codes(MetricType.OXYGEN_LEVEL, "OxygenSaturationRecord.percentage", "oxygen-saturation.oxygen_saturation", "59408-5"),
            codes(MetricType.RESPIRATORY_RATE, "RespiratoryRateRecord.rate", "respiratory-rate.respiratory_rate", "9279-1"),
            codes(MetricType.BODY_TEMPERATURE, "BodyTemperatureRecord.temperature", "body-temperature.body_temperature", "8310-5"),
            codes(MetricType.SKIN_TEMPERATURE, "SkinTemperatureRecord.baseline, .deltas.delta", null, "39106-0"),
            codes(MetricType.BLOOD_PRESSURE_SYSTOLIC, "BloodPressureRecord.systolic", "blood-pressure.systolic_blood_pressure", "8480-6"),
            codes(MetricType.BLOOD_PRESSURE_DIASTOLIC, "BloodPressureRecord.diastolic", "blood-pressure.diastolic_blood_pressure", "8462-4"),
            codes(MetricType.BLOOD_GLUCOSE, "BloodGlucoseRecord.level", "blood-glucose.blood_glucose", "2339-0"),
            codes(MetricType.VO2_MAX, "Vo2MaxRecord.vo2MillilitersPerMinuteKilogram", null, "94122-9"),
            codes(MetricType.WEIGHT, "WeightRecord.weight", "body-weight.body_weight", "29463-7"),
            codes(MetricType.HEIGHT, "HeightRecord.height", "body-height.body_height", "8302-2"),
            codes(MetricType.BODY_MASS_INDEX, null, "body-mass-index.body_mass_index", "39156-5"),
            codes(MetricType.BODY_FAT, "BodyFatRecord.percentage", "body-fat-percentage.body_fat_percentage", "41982-0"),
            codes(MetricType.SLEEP, "SleepSessionRecord.stages", "sleep-episode, sleep-duration", "93832-4"),
            codes(MetricType.MINDFUL_MINUTES, "MindfulnessSessionRecord", null, null)));
            // spotless:on

    static MetricCodes of(MetricType metric) {
        MetricCodes own = CODES.get(metric);
        return own == null ? ofWorkout(metric) : own;
    }

    /** The kind of workout is a value of the record elsewhere (exerciseType, activity_name), here a part of the metric. */
    private static MetricCodes ofWorkout(MetricType metric) {
        if (!metric.code().startsWith("workout_")) {
            return NONE;
        }
        if (metric.code().endsWith("_time")) {
            return new MetricCodes("ExerciseSessionRecord.exerciseType", "physical-activity.activity_name", "55411-3");
        }
        String member = metric.code().endsWith("_energy") ? "kcal_burned" : "distance";
        return new MetricCodes(null, "physical-activity." + member, null);
    }

    private static Map.Entry<MetricType, MetricCodes> codes(
            MetricType metric, @Nullable String healthConnect, @Nullable String openMhealth, @Nullable String loinc) {
        return Map.entry(metric, new MetricCodes(healthConnect, openMhealth, loinc));
    }
}

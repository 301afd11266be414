package health.cloudcare.wearables.imports.healthconnect;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;

/** Records that hold one value of one time, and where. The others are read by classes of their own. */
enum RecordType {
    STEPS("Steps", MetricType.STEPS, "count", "count"),
    DISTANCE("Distance", MetricType.DISTANCE, "distance", null),
    ACTIVE_CALORIES_BURNED("ActiveCaloriesBurned", MetricType.CALORIES, "energy", null),
    FLOORS_CLIMBED("FloorsClimbed", MetricType.FLIGHTS_CLIMBED, "floors", "count"),
    RESTING_HEART_RATE("RestingHeartRate", MetricType.RESTING_HEART_RATE, "beatsPerMinute", "bpm"),
    HEART_RATE_VARIABILITY("HeartRateVariabilityRmssd", MetricType.HRV_RMSSD, "heartRateVariabilityMillis", "ms"),
    OXYGEN_SATURATION("OxygenSaturation", MetricType.OXYGEN_LEVEL, "percentage", "percent"),
    RESPIRATORY_RATE("RespiratoryRate", MetricType.RESPIRATORY_RATE, "rate", "breaths/min"),
    BODY_TEMPERATURE("BodyTemperature", MetricType.BODY_TEMPERATURE, "temperature", null),
    BLOOD_GLUCOSE("BloodGlucose", MetricType.BLOOD_GLUCOSE, "level", null),
    VO2_MAX("Vo2Max", MetricType.VO2_MAX, "vo2MillilitersPerMinuteKilogram", "ml/kg/min"),
    WEIGHT("Weight", MetricType.WEIGHT, "weight", null),
    HEIGHT("Height", MetricType.HEIGHT, "height", null),
    BODY_FAT("BodyFat", MetricType.BODY_FAT, "percentage", "percent");

    private static final Map<String, RecordType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(type -> type.name, type -> type));

    private final String name;
    private final MetricType metric;
    private final String member;
    private final @Nullable String unit;

    /** @param unit of a plain number; null where the value is an object that tells it */
    RecordType(String name, MetricType metric, String member, @Nullable String unit) {
        this.name = name;
        this.metric = metric;
        this.member = member;
        this.unit = unit;
    }

    /** @param name without "Record" */
    static Optional<RecordType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    MetricType metric() {
        return metric;
    }

    String member() {
        return member;
    }

    @Nullable
    String unit() {
        return unit;
    }
}

package health.cloudcare.wearables.imports.openmhealth;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;

/** Schemas whose body holds one value, and where. The others are read by methods of their own. */
enum Schema {
    HEART_RATE("heart-rate", MetricType.HEART_RATE, "heart_rate", null),
    STEP_COUNT("step-count", MetricType.STEPS, "step_count", "steps"),
    BODY_WEIGHT("body-weight", MetricType.WEIGHT, "body_weight", null),
    BODY_HEIGHT("body-height", MetricType.HEIGHT, "body_height", null),
    BODY_MASS_INDEX("body-mass-index", MetricType.BODY_MASS_INDEX, "body_mass_index", null),
    BODY_FAT("body-fat-percentage", MetricType.BODY_FAT, "body_fat_percentage", null),
    BODY_TEMPERATURE("body-temperature", MetricType.BODY_TEMPERATURE, "body_temperature", null),
    BLOOD_GLUCOSE("blood-glucose", MetricType.BLOOD_GLUCOSE, "blood_glucose", null),
    OXYGEN_SATURATION("oxygen-saturation", MetricType.OXYGEN_LEVEL, "oxygen_saturation", null),
    RESPIRATORY_RATE("respiratory-rate", MetricType.RESPIRATORY_RATE, "respiratory_rate", null),
    CALORIES_BURNED("calories-burned", MetricType.CALORIES, "kcal_burned", null);

    private static final Map<String, Schema> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(schema -> schema.name, schema -> schema));

    private final String name;
    private final MetricType metric;
    private final String member;
    private final @Nullable String unit;

    /** @param unit of a plain number, where an early version of the schema has one */
    Schema(String name, MetricType metric, String member, @Nullable String unit) {
        this.name = name;
        this.metric = metric;
        this.member = member;
        this.unit = unit;
    }

    static Optional<Schema> named(String name) {
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

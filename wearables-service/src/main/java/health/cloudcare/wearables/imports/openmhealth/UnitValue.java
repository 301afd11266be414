package health.cloudcare.wearables.imports.openmhealth;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Open mHealth's {@code {"value": 70, "unit": "kg"}}, or the plain number of early schemas. */
record UnitValue(@Nullable String value, @Nullable String unit) {

    static final UnitValue NONE = new UnitValue(null, null);

    /** Percent is percent here, also below 1, where HealthKit means a share by the same sign. */
    private static final String PERCENT_SIGN = "%";

    /** Durations of time frames; a month and a year have no length of their own. */
    private static final Map<String, Double> MILLIS = Map.of(
            "ms", 1.0,
            "sec", 1_000.0,
            "min", 60_000.0,
            "h", 3_600_000.0,
            "d", 86_400_000.0,
            "wk", 604_800_000.0);

    /** A length that no time can be moved by without leaving every calendar; readings end far below. */
    private static final double LONGEST_MILLIS = 1e12;

    static UnitValue of(JsonNode node, @Nullable String plain) {
        if (node.isNumber()) {
            return new UnitValue(node.asText(), plain);
        }
        JsonNode value = node.path("value");
        if (!value.isNumber()) {
            return NONE;
        }
        String unit = node.path("unit").isTextual() ? node.path("unit").textValue() : plain;
        return new UnitValue(value.asText(), PERCENT_SIGN.equals(unit) ? "percent" : unit);
    }

    /** Null when it is no duration that a reading may have. */
    static @Nullable Long millis(JsonNode node) {
        Double factor = MILLIS.get(node.path("unit").asText());
        JsonNode value = node.path("value");
        if (factor == null || !value.isNumber()) {
            return null;
        }
        double millis = value.asDouble() * factor;
        return millis >= 0 && millis <= LONGEST_MILLIS ? Math.round(millis) : null;
    }
}

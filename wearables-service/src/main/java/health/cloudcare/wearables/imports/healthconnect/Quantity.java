package health.cloudcare.wearables.imports.healthconnect;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A value with its unit as Health Connect's classes turn into JSON: {@code {"inKilograms": 70}}, also with the same value in
 * several units beside each other, of which the first of {@link #UNITS} is taken; {@code {"value": 70, "unit":
 * "kilograms"}}; or a plain number, where the member's name tells the unit.
 */
record Quantity(@Nullable String value, @Nullable String unit) {

    private static final Quantity MISSING = new Quantity(null, null);

    /** Units of Health Connect (in lower case, without "in") by ours; the ones that metrics are kept in come first. */
    private static final Map<String, String> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("kilograms", "kg");
        UNITS.put("grams", "g");
        UNITS.put("pounds", "lb");
        UNITS.put("ounces", "oz");
        UNITS.put("kilometers", "km");
        UNITS.put("meters", "m");
        UNITS.put("miles", "mi");
        UNITS.put("feet", "ft");
        UNITS.put("inches", "in");
        UNITS.put("kilocalories", "kcal");
        UNITS.put("kilojoules", "kJ");
        UNITS.put("calories", "cal");
        UNITS.put("joules", "J");
        UNITS.put("celsius", "degC");
        UNITS.put("fahrenheit", "degF");
        UNITS.put("millimetersofmercury", "mmHg");
        UNITS.put("milligramsperdeciliter", "mg/dL");
        UNITS.put("millimolesperliter", "mmol/L");
        UNITS.put("percent", "percent");
        UNITS.put("percentage", "percent");
    }

    /** @param plain the unit of a number that stands without one, or null when it has to have one */
    static Quantity of(@Nullable JsonNode node, @Nullable String plain) {
        if (node == null || node.isNull()) {
            return MISSING;
        }
        if (node.isValueNode()) {
            return new Quantity(node.asText(), plain);
        }
        Quantity named = inNamedUnit(node);
        return named == null ? withUnit(node, plain) : named;
    }

    private static @Nullable Quantity inNamedUnit(JsonNode node) {
        for (Map.Entry<String, String> unit : UNITS.entrySet()) {
            JsonNode value = node.get(memberName(unit.getKey()));
            if (value != null && value.isValueNode() && !value.isNull()) {
                return new Quantity(value.asText(), unit.getValue());
            }
        }
        return null;
    }

    private static Quantity withUnit(JsonNode node, @Nullable String plain) {
        JsonNode value = node.path("value");
        if (!value.isValueNode() || value.isNull()) {
            return MISSING;
        }
        JsonNode unit = node.path("unit");
        if (!unit.isTextual()) {
            return new Quantity(value.asText(), plain);
        }
        String text = unit.textValue();
        return new Quantity(value.asText(), UNITS.getOrDefault(text.toLowerCase(Locale.ROOT), text));
    }

    /** Only two of them are more than one word. */
    private static String memberName(String unit) {
        return switch (unit) {
            case "millimetersofmercury" -> "inMillimetersOfMercury";
            case "milligramsperdeciliter" -> "inMilligramsPerDeciliter";
            case "millimolesperliter" -> "inMillimolesPerLiter";
            default -> "in" + Character.toUpperCase(unit.charAt(0)) + unit.substring(1);
        };
    }
}

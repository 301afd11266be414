package health.cloudcare.wearables.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A unit as uploads name it. Each is {@code factor × value + offset} of its dimension's base unit. The first spelling is
 * the one that CloudCare answers with; the others are those of HealthKit (HKUnit), of the documented clients and of
 * everyday use. Spellings count within a dimension only: {@code count/min} is a heart rate or a breathing rate.
 */
public enum Unit {
    COUNT(Dimension.COUNT, 1, "count", "steps", "step", "floors", "flights", "hours_stood"),

    KILOMETRE(Dimension.LENGTH, 1000, "km", "kilometer", "kilometers", "kilometre", "kilometres"),
    METRE(Dimension.LENGTH, 1, "m", "meter", "meters", "metre", "metres"),
    CENTIMETRE(Dimension.LENGTH, 0.01, "cm", "centimeter", "centimeters"),
    MILLIMETRE(Dimension.LENGTH, 0.001, "mm"),
    MILE(Dimension.LENGTH, 1609.344, "mi", "mile", "miles"),
    FOOT(Dimension.LENGTH, 0.3048, "ft", "foot", "feet"),
    YARD(Dimension.LENGTH, 0.9144, "yd", "yard", "yards"),
    INCH(Dimension.LENGTH, 0.0254, "in", "inch", "inches"),

    /** HealthKit writes the kilocalorie also as Cal; its cal is a thousandth of that. 1 cal = 4.184 J (thermochemical). */
    KILOCALORIE(Dimension.ENERGY, 1, "kcal", "Cal", "kilocalorie", "kilocalories"),
    CALORIE(Dimension.ENERGY, 0.001, "cal"),
    KILOJOULE(Dimension.ENERGY, 1 / 4.184, "kJ", "kilojoule", "kilojoules"),
    JOULE(Dimension.ENERGY, 0.001 / 4.184, "J"),

    MINUTE(Dimension.DURATION, 60, "min", "mins", "minute", "minutes"),
    HOUR(Dimension.DURATION, 3600, "hours", "hour", "hr", "hrs", "h"),
    SECOND(Dimension.DURATION, 1, "s", "sec", "second", "seconds"),
    MILLISECOND(Dimension.DURATION, 0.001, "ms", "msec", "millisecond", "milliseconds"),

    BEATS_PER_MINUTE(Dimension.HEART_BEATS, 1, "bpm", "count/min", "beats/min", "beats per minute"),
    BEATS_PER_SECOND(Dimension.HEART_BEATS, 60, "count/s", "Hz"),
    BREATHS_PER_MINUTE(Dimension.BREATHS, 1, "breaths/min", "count/min", "brpm", "breaths per minute"),
    BREATHS_PER_SECOND(Dimension.BREATHS, 60, "count/s", "Hz"),

    KILOGRAM(Dimension.MASS, 1, "kg", "kilogram", "kilograms"),
    GRAM(Dimension.MASS, 0.001, "g", "gram", "grams"),
    POUND(Dimension.MASS, 0.45359237, "lb", "lbs", "pound", "pounds"),
    OUNCE(Dimension.MASS, 0.028349523125, "oz", "ounce", "ounces"),
    STONE(Dimension.MASS, 6.35029318, "st", "stone", "stones"),

    CELSIUS(Dimension.TEMPERATURE, 1, 0, "degC", "°C", "C", "celsius"),
    FAHRENHEIT(Dimension.TEMPERATURE, 5.0 / 9, -160.0 / 9, "degF", "°F", "F", "fahrenheit"),
    KELVIN(Dimension.TEMPERATURE, 1, -273.15, "K", "kelvin"),

    MILLIMETRE_OF_MERCURY(Dimension.PRESSURE, 1, "mmHg", "mm Hg"),
    /** 1 mmHg = 133.322387415 Pa. */
    KILOPASCAL(Dimension.PRESSURE, 1 / 0.133322387415, "kPa"),

    MILLIGRAM_PER_DECILITRE(Dimension.BLOOD_GLUCOSE, 1, "mg/dL"),
    /** By the molar mass of glucose that HealthKit uses, which is also written into its unit text. */
    MILLIMOLE_PER_LITRE(Dimension.BLOOD_GLUCOSE, 18.01558800000541, "mmol/L", "mmol<180.1558800000541>/L"),

    KILOMETRE_PER_HOUR(Dimension.SPEED, 1, "km/h", "km/hr", "kph", "kmh"),
    METRE_PER_SECOND(Dimension.SPEED, 3.6, "m/s"),
    MILE_PER_HOUR(Dimension.SPEED, 1.609344, "mi/h", "mi/hr", "mph"),

    /** As spelled by HealthKit a share of one up to the value 1, percent above; see docs/metrics.md. */
    PERCENT_SIGN(Dimension.SHARE, 1, "%"),
    PERCENT(Dimension.SHARE, 1, "percent", "pct", "percentage"),

    MILLILITRE_PER_KILOGRAM_MINUTE(
            Dimension.OXYGEN_UPTAKE,
            1,
            "ml/kg/min",
            "mL/min·kg",
            "mL/min/kg",
            "mL/kg·min",
            "mL/(kg·min)",
            "mL/(min·kg)",
            "ml*kg-1*min-1"),

    DECIBEL(Dimension.SOUND_LEVEL, 1, "dBASPL", "dB", "dBA", "dB(A)"),

    /** HealthKit exports the index as a plain count. */
    KILOGRAM_PER_SQUARE_METRE(Dimension.BODY_MASS_INDEX, 1, "kg/m2", "kg/m²", "kg/m^2", "count");

    private record Spelling(Dimension dimension, String text) {}

    private static final Map<Spelling, Unit> SPELLINGS = spellings();

    private final Dimension dimension;
    private final double factor;
    private final double offset;
    private final List<String> names;

    Unit(Dimension dimension, double factor, String... names) {
        this(dimension, factor, 0, names);
    }

    Unit(Dimension dimension, double factor, double offset, String... names) {
        this.dimension = dimension;
        this.factor = factor;
        this.offset = offset;
        this.names = List.of(names);
    }

    /** The unit of the same dimension as this one that goes by that text, in whatever case where the case is no matter. */
    public Optional<Unit> siblingNamed(String text) {
        Unit exact = SPELLINGS.get(new Spelling(dimension, text));
        if (exact != null) {
            return Optional.of(exact);
        }
        String folded = folded(text);
        Unit found = SPELLINGS.get(new Spelling(dimension, folded));
        return Optional.ofNullable(found != null ? found : SPELLINGS.get(new Spelling(dimension, anyCase(folded))));
    }

    /** All units of this one's dimension, this one first. */
    List<Unit> siblings() {
        return Arrays.stream(values())
                .filter(unit -> unit.dimension == dimension)
                .sorted(Comparator.comparing(unit -> unit != this))
                .toList();
    }

    /** A value of this unit in the other, which must be of the same dimension. Exact when both are the same unit. */
    public double to(Unit other, double value) {
        if (this == PERCENT_SIGN) {
            return value <= 1 ? value * 100 : value;
        }
        return this == other ? value : (value * factor + offset - other.offset) / other.factor;
    }

    /** Whether the two differ in their name only. */
    boolean sameScaleAs(Unit other) {
        return dimension == other.dimension && factor == other.factor && offset == other.offset;
    }

    public String text() {
        return names.get(0);
    }

    Dimension dimension() {
        return dimension;
    }

    /** Plain and no-break spaces away, one sign for all the dots and stars that stand for a product. */
    private static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '·', '⋅', '∙', '•', '*', '.' -> out.append('·');
                default -> {
                    if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /** Marks a spelling that holds in every case, which no upload can write. */
    private static String anyCase(String folded) {
        return '\n' + folded.toLowerCase(Locale.ROOT);
    }

    private static Map<Spelling, Unit> spellings() {
        Map<Spelling, Unit> spellings = new HashMap<>();
        Set<Spelling> caseMatters = new HashSet<>();
        for (Unit unit : values()) {
            for (String name : unit.names) {
                String folded = folded(name);
                spellings.put(new Spelling(unit.dimension, name), unit);
                spellings.put(new Spelling(unit.dimension, folded), unit);
                Spelling inAnyCase = new Spelling(unit.dimension, anyCase(folded));
                Unit other = spellings.put(inAnyCase, unit);
                if (other != null && other != unit) {
                    caseMatters.add(inAnyCase);
                }
            }
        }
        spellings.keySet().removeAll(caseMatters);
        return Map.copyOf(spellings);
    }
}

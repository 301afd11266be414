package health.cloudcare.wearables.alert;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import health.cloudcare.wearables.metric.MetricType;

import static health.cloudcare.wearables.alert.AlertSeverity.CRITICAL;
import static health.cloudcare.wearables.alert.AlertSeverity.HIGH;
import static health.cloudcare.wearables.alert.AlertSeverity.MEDIUM;
import static health.cloudcare.wearables.metric.MetricType.BLOOD_GLUCOSE;
import static health.cloudcare.wearables.metric.MetricType.BLOOD_PRESSURE_DIASTOLIC;
import static health.cloudcare.wearables.metric.MetricType.BLOOD_PRESSURE_SYSTOLIC;
import static health.cloudcare.wearables.metric.MetricType.BODY_TEMPERATURE;
import static health.cloudcare.wearables.metric.MetricType.HEART_RATE;
import static health.cloudcare.wearables.metric.MetricType.OXYGEN_LEVEL;
import static health.cloudcare.wearables.metric.MetricType.RESPIRATORY_RATE;

/**
 * What is out of the ordinary, unless a doctor says otherwise for a patient. {@code docs/alerts.md} gives the sources of the numbers.
 * A rule finds what lasts: readings beyond its limit over a time, none of them inside and none missing for longer than its gap.
 */
public enum AlertRule {
    HEART_RATE_HIGH(HEART_RATE, Side.ABOVE, 120, HIGH, 10, Pace.WORN, 5, true),
    HEART_RATE_VERY_HIGH(HEART_RATE, Side.ABOVE, 130, CRITICAL, 10, Pace.WORN, 5, true),
    HEART_RATE_LOW(HEART_RATE, Side.BELOW, 40, HIGH, 10, Pace.WORN, 3, false),
    OXYGEN_REDUCED(OXYGEN_LEVEL, Side.BELOW, 92, HIGH, 5, Pace.WORN, 1, false),
    OXYGEN_LOW(OXYGEN_LEVEL, Side.BELOW, 90, CRITICAL, 5, Pace.WORN, 1, false),
    RESPIRATION_HIGH(RESPIRATORY_RATE, Side.ABOVE, 24, HIGH, 10, Pace.WORN, 2, false),
    RESPIRATION_LOW(RESPIRATORY_RATE, Side.BELOW, 9, HIGH, 10, Pace.WORN, 1, false),
    SYSTOLIC_RAISED(BLOOD_PRESSURE_SYSTOLIC, Side.ABOVE, 140, MEDIUM, 5, Pace.BY_HAND, 5, false),
    SYSTOLIC_CRISIS(BLOOD_PRESSURE_SYSTOLIC, Side.ABOVE, 180, CRITICAL, 5, Pace.BY_HAND, 5, false),
    SYSTOLIC_LOW(BLOOD_PRESSURE_SYSTOLIC, Side.BELOW, 91, HIGH, 5, Pace.BY_HAND, 3, false),
    DIASTOLIC_RAISED(BLOOD_PRESSURE_DIASTOLIC, Side.ABOVE, 90, MEDIUM, 5, Pace.BY_HAND, 3, false),
    DIASTOLIC_CRISIS(BLOOD_PRESSURE_DIASTOLIC, Side.ABOVE, 120, CRITICAL, 5, Pace.BY_HAND, 5, false),
    FEVER(BODY_TEMPERATURE, Side.ABOVE, 39, HIGH, 15, Pace.BY_HAND, 0.5, false),
    HYPOTHERMIA(BODY_TEMPERATURE, Side.BELOW, 35.1, HIGH, 15, Pace.BY_HAND, 0.3, false),
    GLUCOSE_LOW(BLOOD_GLUCOSE, Side.BELOW, 70, HIGH, 15, Pace.BY_HAND, 5, false),
    GLUCOSE_VERY_LOW(BLOOD_GLUCOSE, Side.BELOW, 54, CRITICAL, 15, Pace.BY_HAND, 5, false),
    GLUCOSE_VERY_HIGH(BLOOD_GLUCOSE, Side.ABOVE, 250, HIGH, 15, Pace.BY_HAND, 10, false);

    /** On which side of its limit something is wrong. */
    enum Side {
        ABOVE,
        BELOW
    }

    /** How often there is a reading, and with that how long one speaks for the time after it and how long an alert stays the same. */
    private enum Pace {
        /** By something worn. */
        WORN(Duration.ofMinutes(20), Duration.ofHours(1)),
        /** By somebody who takes an instrument. */
        BY_HAND(Duration.ofHours(4), Duration.ofHours(6));

        private final Duration gap;
        private final Duration coolDown;

        Pace(Duration gap, Duration coolDown) {
            this.gap = gap;
            this.coolDown = coolDown;
        }
    }

    private static final Map<MetricType, List<AlertRule>> BY_METRIC =
            Arrays.stream(values()).collect(Collectors.groupingBy(AlertRule::metric));

    private final MetricType metric;
    private final Side side;
    private final double limit;
    private final AlertSeverity severity;
    private final Duration sustained;
    private final Pace pace;
    private final double margin;
    private final boolean atRest;

    AlertRule(
            MetricType metric,
            Side side,
            double limit,
            AlertSeverity severity,
            int sustainedMinutes,
            Pace pace,
            double margin,
            boolean atRest) {
        this.metric = metric;
        this.side = side;
        this.limit = limit;
        this.severity = severity;
        this.sustained = Duration.ofMinutes(sustainedMinutes);
        this.pace = pace;
        this.margin = margin;
        this.atRest = atRest;
    }

    static List<AlertRule> of(MetricType metric) {
        return BY_METRIC.getOrDefault(metric, List.of());
    }

    static Optional<AlertRule> ofCode(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public MetricType metric() {
        return metric;
    }

    Side side() {
        return side;
    }

    /** Of whom no doctor has said otherwise; in the metric's unit. */
    double limit() {
        return limit;
    }

    public AlertSeverity severity() {
        return severity;
    }

    /** How long it must last. */
    Duration sustained() {
        return sustained;
    }

    /** How long may be without a reading. */
    Duration gap() {
        return pace.gap;
    }

    /** Within which the same again is no news. */
    Duration coolDown() {
        return pace.coolDown;
    }

    /** How far back inside readings must be for it to be over. */
    double margin() {
        return margin;
    }

    /** Whether readings while walking or running mean nothing. */
    boolean atRest() {
        return atRest;
    }

    boolean beyond(double value, double patientsLimit) {
        return side == Side.ABOVE ? value > patientsLimit : value < patientsLimit;
    }

    boolean wellInside(double value, double patientsLimit) {
        return side == Side.ABOVE ? value <= patientsLimit - margin : value >= patientsLimit + margin;
    }

    /** The worse of two. */
    double worse(double one, double other) {
        return side == Side.ABOVE ? Math.max(one, other) : Math.min(one, other);
    }

    /** The documented kinds of alerts. */
    String documentedType() {
        return switch (metric) {
            case HEART_RATE -> "HEART_RATE";
            case OXYGEN_LEVEL -> "OXYGEN_LEVEL";
            case BLOOD_PRESSURE_SYSTOLIC, BLOOD_PRESSURE_DIASTOLIC -> "BLOOD_PRESSURE";
            case BODY_TEMPERATURE -> "TEMPERATURE";
            default -> "OTHER";
        };
    }
}

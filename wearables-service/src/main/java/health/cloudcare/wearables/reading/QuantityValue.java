package health.cloudcare.wearables.reading;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.metric.Unit;

/**
 * The value of a record in its metric's unit.
 *
 * @param original what the record says, where it says it in another unit
 */
record QuantityValue(double value, @Nullable Original original) {

    private static final String STOOD = "HKCategoryValueAppleStandHourStood";
    private static final String IDLE = "HKCategoryValueAppleStandHourIdle";

    private static final double MINUTE_MILLIS = 60_000;

    static QuantityValue inUnitOf(MetricType metric, RawRecord raw) throws Refusal {
        if (metric == MetricType.STAND_HOUR) {
            return new QuantityValue(stoodHours(raw), null);
        }
        double given = number(raw.value());
        String unit = raw.unit();
        if (unit == null || unit.isBlank()) {
            throw new Refusal(RejectionReason.UNIT_UNKNOWN, "the record has no unit");
        }
        Unit named = metric.unitNamed(unit)
                .orElseThrow(() -> new Refusal(
                        RejectionReason.UNIT_UNKNOWN,
                        "the unit is not one of " + metric.code() + " (" + metric.unit() + ")"));
        double value = plausible(metric, metric.inOwnUnit(given, named));
        // a share written as a fraction keeps its unit's name and changes its value
        boolean asGiven = metric.keepsAsGiven(named) && value == given;
        return new QuantityValue(value, asGiven ? null : new Original(given, named.text()));
    }

    /** Whether it is the time between start and end that counts: HealthKit writes such records without a unit. */
    static boolean isInterval(MetricType metric, RawRecord raw) {
        return metric.isMinutesOfInterval() && (raw.unit() == null || raw.unit().isBlank());
    }

    static QuantityValue minutes(long millis) {
        return new QuantityValue(millis / MINUTE_MILLIS, null);
    }

    /** A category in HealthKit: stood or idle, whose number is the other way round (stood is 0), so only the text counts. */
    private static double stoodHours(RawRecord raw) throws Refusal {
        String text = raw.category() != null ? raw.category() : raw.value();
        if (STOOD.equals(text) || "stood".equalsIgnoreCase(text)) {
            return 1;
        }
        if (IDLE.equals(text) || "idle".equalsIgnoreCase(text)) {
            return 0;
        }
        return plausible(MetricType.STAND_HOUR, number(raw.value()));
    }

    private static double plausible(MetricType metric, double value) throws Refusal {
        if (!metric.plausible(value)) {
            throw new Refusal(
                    RejectionReason.OUT_OF_RANGE, "the value is outside of what " + metric.code() + " can be");
        }
        return value;
    }

    /** Plain decimal notation only: Java would also take NaN, Infinity, hexadecimal and a trailing d. */
    static double number(@Nullable String text) throws Refusal {
        String bare = text == null ? "" : text.strip();
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                throw notANumber();
            }
        }
        try {
            double number = Double.parseDouble(bare);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, as the infinite is
        }
        throw notANumber();
    }

    private static Refusal notANumber() {
        return new Refusal(RejectionReason.NOT_A_NUMBER, "the value is not a number");
    }
}

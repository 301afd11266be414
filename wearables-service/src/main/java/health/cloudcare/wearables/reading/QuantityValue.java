package health.cloudcare.wearables.reading;

import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.metric.MetricType;
import health.cloudcare.wearables.metric.Unit;

/** The value of a record in its metric's unit. */
final class QuantityValue {

    private static final String STOOD = "HKCategoryValueAppleStandHourStood";
    private static final String IDLE = "HKCategoryValueAppleStandHourIdle";

    private QuantityValue() {}

    static double inUnitOf(MetricType metric, RawRecord raw) throws Refusal {
        if (metric == MetricType.STAND_HOUR) {
            return stoodHours(raw);
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
        return plausible(metric, metric.inOwnUnit(given, named));
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

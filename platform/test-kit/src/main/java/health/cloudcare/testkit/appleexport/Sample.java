package health.cloudcare.testkit.appleexport;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A record to be written.
 *
 * @param unit empty for category types
 */
record Sample(
        String type,
        AppleDevice device,
        String unit,
        String value,
        Instant start,
        Instant end,
        Map<String, String> metadata) {

    private static final String QUANTITY = "HKQuantityTypeIdentifier";

    static Sample quantity(String type, AppleDevice device, String unit, long value, Instant start, Instant end) {
        return new Sample(QUANTITY + type, device, unit, Long.toString(value), start, end, Map.of());
    }

    /** As HealthKit writes numbers: up to six significant digits and no zeros behind them. */
    static Sample quantity(String type, AppleDevice device, String unit, double value, Instant start, Instant end) {
        String text = String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
        return new Sample(QUANTITY + type, device, unit, text, start, end, Map.of());
    }

    static Sample category(String type, AppleDevice device, String value, Instant start, Instant end) {
        return new Sample("HKCategoryTypeIdentifier" + type, device, "", value, start, end, Map.of());
    }

    Sample with(String key, String text) {
        return new Sample(type, device, unit, value, start, end, Map.of(key, text));
    }
}

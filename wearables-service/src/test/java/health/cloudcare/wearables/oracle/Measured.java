package health.cloudcare.wearables.oracle;

import java.time.Instant;
import java.util.Map;

/**
 * A reading as a phone sends it.
 *
 * @param minutes how long it lasts, 0 for an instant
 * @param stage of sleep, empty for everything else
 */
record Measured(String type, String unit, boolean byWatch, Instant start, int minutes, double value, String stage) {
    long firstMinute() {
        return start.getEpochSecond() / 60;
    }

    Instant end() {
        return start.plusSeconds(minutes * 60L);
    }

    Map<String, Object> json() {
        return Map.of(
                "type",
                type,
                "value",
                value,
                "unit",
                unit,
                "startDate",
                start.toString(),
                "endDate",
                end().toString(),
                "sourceApp",
                byWatch ? "Anna's Apple Watch" : "Anna's iPhone",
                "metadata",
                stage.isEmpty() ? Map.of() : Map.of("category", stage));
    }
}

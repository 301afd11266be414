package health.cloudcare.wearables.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.device.Device;
import health.cloudcare.wearables.reading.RawRecord;

/**
 * The object form of a sync: figures by name, all of now. Of sleep it tells how long and not when, so the stages are laid
 * one after the other to end now, and what they leave of the whole is sleep of no known stage before them.
 */
final class NamedMetrics {

    private record Figure(String metric, String unit) {}

    private static final Map<String, Figure> FIGURES = Map.of(
            "heart_rate", new Figure("heart_rate", "bpm"),
            "steps", new Figure("steps", "count"),
            "calories", new Figure("calories", "kcal"),
            "oxygen_level", new Figure("oxygen_level", "percent"),
            "blood_pressure_systolic", new Figure("blood_pressure_systolic", "mmHg"),
            "blood_pressure_diastolic", new Figure("blood_pressure_diastolic", "mmHg"));

    private static final String WHOLE_SLEEP = "sleep_hours";

    /** In the order they are laid. Light is what others call core. */
    private static final Map<String, String> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put("sleep_light_hours", "light");
        STAGES.put("sleep_core_hours", "core");
        STAGES.put("sleep_deep_hours", "deep");
        STAGES.put("sleep_rem_hours", "rem");
    }

    /** The documented limit of every sleep figure. */
    private static final double MAX_HOURS = 24;

    private final JsonNode figures;
    private final Device device;
    private final Instant now;
    private final List<RawRecord> records = new ArrayList<>();

    private NamedMetrics(JsonNode figures, Device device, Instant now) {
        this.figures = figures;
        this.device = device;
        this.now = now;
    }

    static List<RawRecord> records(JsonNode figures, Device device, Instant now) {
        NamedMetrics metrics = new NamedMetrics(figures, device, now);
        figures.fieldNames().forEachRemaining(metrics::addFigure);
        metrics.addSleep();
        return metrics.records;
    }

    private void addFigure(String name) {
        boolean sleep = name.equals(WHOLE_SLEEP) || STAGES.containsKey(name);
        if (sleep || figures.path(name).isNull()) {
            return;
        }
        Figure figure = FIGURES.getOrDefault(name, new Figure(name, ""));
        records.add(record(figure.metric(), figures.path(name).asText(), null, figure.unit(), now, now));
    }

    private void addSleep() {
        Instant end = now;
        double staged = 0;
        for (Map.Entry<String, String> stage : STAGES.entrySet()) {
            double hours = hours(stage.getKey());
            end = addStage(end, hours, stage.getValue());
            staged += hours;
        }
        addStage(end, Math.max(0, hours(WHOLE_SLEEP) - staged), "asleep");
    }

    private Instant addStage(Instant end, double hours, String stage) {
        if (hours == 0) {
            return end;
        }
        Instant start = end.minus(Duration.ofMillis(Math.round(hours * 3_600_000)));
        records.add(record("sleep_analysis", null, stage, null, start, end));
        return start;
    }

    /** What is no duration of sleep becomes a record without a stage, which the rules refuse and report. */
    private double hours(String name) {
        JsonNode value = figures.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        double hours = value.isNumber() ? value.asDouble() : Double.NaN;
        if (hours >= 0 && hours <= MAX_HOURS) {
            return hours;
        }
        records.add(record("sleep_analysis", "not a duration", null, null, now, now));
        return 0;
    }

    private RawRecord record(
            String metric,
            @Nullable String value,
            @Nullable String category,
            @Nullable String unit,
            Instant start,
            Instant end) {
        return new RawRecord(
                metric,
                value,
                category,
                unit,
                start.toString(),
                end.toString(),
                device.name() == null ? device.deviceId() : device.name(),
                device.type(),
                device.deviceId());
    }
}

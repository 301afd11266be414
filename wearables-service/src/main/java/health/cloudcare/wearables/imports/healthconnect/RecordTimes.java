package health.cloudcare.wearables.imports.healthconnect;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * When a record was, as texts that the rules read. Health Connect writes instants ({@code …Z}) with the person's offset
 * beside them; a time that was written without any offset is completed by it.
 */
record RecordTimes(@Nullable String start, @Nullable String end) {

    /** {@code yyyy-MM-ddTHH:mm:ss}: what stands behind it may be an offset. */
    private static final int TIME_LENGTH = 19;

    static RecordTimes of(JsonNode record) {
        JsonNode zone = record.has("zoneOffset") ? record.path("zoneOffset") : record.path("startZoneOffset");
        JsonNode endZone = record.has("endZoneOffset") ? record.path("endZoneOffset") : zone;
        String at = time(record.path("time"), zone);
        if (at != null) {
            return new RecordTimes(at, at);
        }
        return new RecordTimes(time(record.path("startTime"), zone), time(record.path("endTime"), endZone));
    }

    /** Of a sample, stage or delta within the record, which has no offset of its own. */
    static RecordTimes within(JsonNode record, JsonNode part) {
        JsonNode zone = record.has("zoneOffset") ? record.path("zoneOffset") : record.path("startZoneOffset");
        String at = time(part.path("time"), zone);
        return at == null
                ? new RecordTimes(time(part.path("startTime"), zone), time(part.path("endTime"), zone))
                : new RecordTimes(at, at);
    }

    boolean isInterval() {
        return start != null && end != null;
    }

    private static @Nullable String time(JsonNode node, JsonNode zone) {
        if (!node.isTextual()) {
            return null;
        }
        String text = node.textValue().strip();
        boolean bare =
                text.length() >= TIME_LENGTH && text.chars().skip(TIME_LENGTH).allMatch(RecordTimes::isFraction);
        String offset = bare ? offset(zone) : null;
        return offset == null ? text : text + offset;
    }

    private static boolean isFraction(int c) {
        return c == '.' || c >= '0' && c <= '9';
    }

    /** {@code "+05:30"}, {@code {"id": "+05:30"}} or {@code {"totalSeconds": 19800}}. */
    private static @Nullable String offset(JsonNode zone) {
        if (zone.isTextual()) {
            return zone.textValue().strip();
        }
        if (zone.path("id").isTextual()) {
            return zone.path("id").textValue().strip();
        }
        JsonNode seconds = zone.path("totalSeconds");
        if (!seconds.isIntegralNumber()) {
            return null;
        }
        int minutes = Math.abs(seconds.asInt() / 60);
        return "%s%02d:%02d".formatted(seconds.asInt() < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }
}

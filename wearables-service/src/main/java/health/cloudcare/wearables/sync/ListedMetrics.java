package health.cloudcare.wearables.sync;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.device.Device;
import health.cloudcare.wearables.reading.RawRecord;

/** The list form of a sync. Each item is read for what it is, so that one bad item does not cost the others. */
final class ListedMetrics {

    private ListedMetrics() {}

    static List<RawRecord> records(JsonNode items, Device device) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> record(item, device))
                .toList();
    }

    private static RawRecord record(JsonNode item, Device device) {
        String at = text(item, "timestamp");
        String start = text(item, "start_date");
        String end = text(item, "end_date");
        RawRecord record = new RawRecord(
                text(item, "metric_type"),
                text(item, "value"),
                text(item, "sleep_category"),
                text(item, "unit"),
                start == null ? at : start,
                end == null ? at : end,
                device.name() == null ? device.deviceId() : device.name(),
                device.type(),
                device.deviceId());
        return record.ofRecord(text(item, "id"));
    }

    /** The text of a scalar; objects and lists have none and are refused like a missing value. */
    private static @Nullable String text(JsonNode item, String member) {
        JsonNode value = item.path(member);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}

package health.cloudcare.wearables.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

import health.cloudcare.wearables.device.Device;
import health.cloudcare.wearables.reading.RawRecord;

/**
 * A sample of the iOS app.
 *
 * @param sourceApp a bundle id or the name of a device
 * @param id HealthKit's UUID of the sample, where it is sent
 * @param metadata {@code device} (Apple Watch, iPhone) and, for sleep, {@code category}; often absent
 */
@JsonDeserialize(using = AppleHealthMetricReader.class)
@JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
record AppleHealthMetric(
        @Nullable String type,
        @Nullable JsonNode value,
        @Nullable String unit,
        @Nullable String startDate,
        @Nullable String endDate,
        @Nullable String sourceApp,
        @Nullable JsonNode metadata,
        @Nullable String id) {

    static RawRecord record(@Nullable AppleHealthMetric metric, Device device) {
        return metric == null
                ? new RawRecord(null, null, null, null, null, null, null, null, device.deviceId())
                : metric.record(device);
    }

    /** What the sample says of its source decides; what is registered of the device only where it says nothing. */
    private RawRecord record(Device device) {
        String hardware = metadata("device");
        boolean anonymous = hardware == null && (sourceApp == null || sourceApp.isBlank());
        RawRecord record = new RawRecord(
                type,
                value == null || value.isNull() || !value.isValueNode() ? null : value.asText(),
                metadata("category"),
                unit,
                startDate,
                endDate,
                sourceName(device),
                anonymous ? device.type() : hardware,
                device.deviceId());
        return record.ofRecord(id);
    }

    @Nullable
    String metadata(String member) {
        JsonNode text = metadata == null ? null : metadata.get(member);
        return text == null || !text.isTextual() ? null : text.textValue();
    }

    private String sourceName(Device device) {
        if (sourceApp != null && !sourceApp.isBlank()) {
            return sourceApp;
        }
        String hardware = metadata("device");
        if (hardware != null) {
            return hardware;
        }
        return device.name() == null ? device.deviceId() : device.name();
    }
}

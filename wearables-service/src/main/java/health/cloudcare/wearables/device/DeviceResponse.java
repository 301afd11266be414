package health.cloudcare.wearables.device;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A device as the app knows it. */
public record DeviceResponse(
        UUID id,
        UUID patientId,
        @Nullable String name,
        @Nullable String type,
        String deviceId,
        boolean isConnected,
        int batteryLevel,
        @Nullable Instant lastSyncTime,
        int dataPointsSynced,
        Instant createdAt,
        @Nullable IconType iconType) {

    public static DeviceResponse of(Device device) {
        return new DeviceResponse(
                device.id(),
                device.patientId(),
                device.name(),
                device.type(),
                device.deviceId(),
                device.connected(),
                device.batteryLevel(),
                device.lastSync(),
                // the app reads 32 bits
                Math.clamp(device.pointsSynced(), 0, Integer.MAX_VALUE),
                device.createdAt(),
                IconType.of(device.type(), device.name()).orElse(null));
    }
}

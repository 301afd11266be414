package health.cloudcare.wearables.device;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A device that readings come from.
 *
 * @param deviceId its own id, as it says itself; unique over all patients
 * @param connected whether it has synced since it was registered
 * @param batteryLevel percent; nothing reports it yet, so it stays at the documented default
 * @param pointsSynced readings that were new when they came from it
 */
public record Device(
        UUID id,
        UUID patientId,
        String deviceId,
        @Nullable String name,
        @Nullable String type,
        boolean connected,
        int batteryLevel,
        @Nullable Instant lastSync,
        long pointsSynced,
        Instant createdAt) {

    private static final int FULL = 100;

    static Device registered(
            UUID id, UUID patientId, String deviceId, @Nullable String name, @Nullable String type, Instant at) {
        return new Device(id, patientId, deviceId, name, type, false, FULL, null, 0, at);
    }

    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}

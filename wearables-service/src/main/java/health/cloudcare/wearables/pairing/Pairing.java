package health.cloudcare.wearables.pairing;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A device that sends for a patient. A device has one, whoever it is paired with; pairing it anew replaces it.
 *
 * @param iosDeviceId the id that the device goes by
 * @param sessionId of the device's credential, at auth-service
 */
record Pairing(
        UUID id,
        String iosUserId,
        String iosDeviceId,
        UUID patientId,
        String deviceName,
        String deviceType,
        Instant pairedAt,
        boolean active,
        @Nullable UUID sessionId) {

    Pairing withSession(UUID session) {
        return new Pairing(id, iosUserId, iosDeviceId, patientId, deviceName, deviceType, pairedAt, active, session);
    }

    @Override
    public String toString() {
        return "Pairing[" + id + "]";
    }
}

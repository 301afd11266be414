package health.cloudcare.wearables.pairing;

import java.time.Instant;
import java.util.UUID;

/**
 * A pairing as it was made.
 *
 * @param message the app shows it in green where it says success
 * @param deviceCredential what the device sends as its Bearer token when it uploads; told this once
 */
record PairingResponse(
        String message,
        UUID pairingId,
        String iosUserId,
        String iosDeviceId,
        UUID androidUserId,
        Instant pairedAt,
        String deviceName,
        String deviceCredential) {

    static PairingResponse of(Pairing pairing, String credential) {
        return new PairingResponse(
                "Device paired successfully",
                pairing.id(),
                pairing.iosUserId(),
                pairing.iosDeviceId(),
                pairing.patientId(),
                pairing.pairedAt(),
                pairing.deviceName(),
                credential);
    }

    @Override
    public String toString() {
        return "PairingResponse[" + pairingId + "]";
    }
}

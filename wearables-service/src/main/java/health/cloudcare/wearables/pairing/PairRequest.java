package health.cloudcare.wearables.pairing;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

/**
 * What the QR code on the other device says, and who scanned it. The Android app and the documented seed spell it differently.
 *
 * @param iosUserId who is signed in on the other device
 * @param iosDeviceId the id that device goes by
 * @param androidUserId the patient, who must be the caller
 * @param deviceType {@code apple_health_iphone}, {@code apple_watch}, {@code iphone}, …
 * @param pairingCode good for one pairing
 * @param expiresAt when the code is too old; absent in the seed's form
 */
record PairRequest(
        @JsonAlias("userId") @NotBlank @Size(max = 200) String iosUserId,
        @JsonAlias("deviceId") @NotBlank @Size(max = 200) String iosDeviceId,
        @JsonAlias("androidUserId") @NotNull UUID androidUserId,
        @JsonAlias("deviceName") @NotBlank @Size(max = 100) String deviceName,
        @JsonAlias("deviceType") @NotBlank @Size(max = 100) String deviceType,
        @JsonAlias("pairingCode") @NotBlank @Size(max = 100) String pairingCode,
        @JsonAlias("generatedAt") @Nullable Instant generatedAt,
        @JsonAlias("expiresAt") @Nullable Instant expiresAt) {

    /** A code is a secret until it is used. */
    @Override
    public String toString() {
        return "PairRequest";
    }
}

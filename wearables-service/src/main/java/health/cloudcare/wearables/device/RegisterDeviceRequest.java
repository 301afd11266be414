package health.cloudcare.wearables.device;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * @param patientId the caller's own when absent
 * @param type free text such as {@code apple_watch}, {@code smart_watch}, {@code fitness_tracker}
 */
record RegisterDeviceRequest(
        @Nullable UUID patientId,
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 100) String type,
        @NotBlank @Size(max = 200) String deviceId) {}

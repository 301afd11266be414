package health.cloudcare.wearables.sync;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * @param patientId the caller's own when absent
 * @param metrics a list of {@code {metric_type, value, unit, timestamp}}, or one object of named figures taken now
 */
record SyncRequest(
        @Nullable UUID patientId,
        @NotBlank @Size(max = 200) String deviceId,
        @NotNull JsonNode metrics) {}

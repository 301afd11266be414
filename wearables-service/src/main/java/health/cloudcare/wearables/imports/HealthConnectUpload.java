package health.cloudcare.wearables.imports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * What an Android app sends; camelCase on the wire, as the records are. docs/health-connect.md describes it.
 *
 * @param deviceId the device that sends, registered with its first upload; without one the records speak for themselves
 * @param records the records that a read of Health Connect answered with
 */
@JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
record HealthConnectUpload(
        @Nullable @Size(max = 200) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String deviceId,

        @NotNull JsonNode records) {}

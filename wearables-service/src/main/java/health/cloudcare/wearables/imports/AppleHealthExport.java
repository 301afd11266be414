package health.cloudcare.wearables.imports;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** What the iOS app sends per sync; camelCase on the wire. {@code userId} and {@code dataRange} say nothing that is needed. */
@JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
record AppleHealthExport(
        @NotBlank @Size(max = 200) String deviceId,
        @NotBlank String exportTimestamp,
        @NotNull List<@Nullable AppleHealthMetric> metrics) {}

package health.cloudcare.document.recordrequest;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

record NewRecordRequest(
        @NotNull UUID patientId,
        @NotBlank @Size(max = 200) String facilityName,
        @Size(max = 50) @Nullable String documentType,
        @Size(max = 1000) @Nullable String description) {

    @Override
    public String toString() {
        return "NewRecordRequest of patient " + patientId;
    }
}

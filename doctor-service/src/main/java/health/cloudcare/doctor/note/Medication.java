package health.cloudcare.doctor.note;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * One medicine of a prescription, in the terms of FHIR's MedicationRequest.
 *
 * @param dose with its unit, for example {@code 500 mg}
 * @param route for example {@code oral}
 * @param frequency for example {@code twice a day}
 */
record Medication(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 100) String dose,
        @Size(max = 50) @Nullable String route,
        @NotBlank @Size(max = 100) String frequency,
        @Min(1) @Max(3650) @Nullable Integer durationDays,
        @Size(max = 1000) @Nullable String instructions) {

    @Override
    public String toString() {
        return "Medication";
    }
}

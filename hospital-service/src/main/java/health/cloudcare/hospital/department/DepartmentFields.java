package health.cloudcare.hospital.department;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.profile.HospitalRules;

record DepartmentFields(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Min(0) @Max(HospitalRules.MOST_BEDS) Integer totalBeds,
        @Size(max = 200) @Nullable String headDoctor) {}

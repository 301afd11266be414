package health.cloudcare.hospital.patientservice;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Who a patient is, as far as the caller may know: but for the name, everything may be missing. */
public record PatientCard(
        UUID patientId,
        String name,
        @Nullable Integer age,
        @Nullable String gender,
        @Nullable String bloodGroup,
        @Nullable String phone) {

    @Override
    public String toString() {
        return "PatientCard of patient " + patientId;
    }
}

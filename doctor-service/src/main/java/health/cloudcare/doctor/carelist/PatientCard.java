package health.cloudcare.doctor.carelist;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What patient-service tells of a patient: the name, and the rest where the consents of this moment open it. */
record PatientCard(
        UUID patientId,
        String name,
        @Nullable Integer age,
        @Nullable String gender,
        @Nullable String bloodGroup,
        @Nullable String phone) {

    @Override
    public String toString() {
        return "PatientCard " + patientId;
    }
}

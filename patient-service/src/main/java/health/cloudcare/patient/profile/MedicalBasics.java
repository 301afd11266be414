package health.cloudcare.patient.profile;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

/** What a patient tells about their health at signup. */
@Embeddable
public record MedicalBasics(
        @Column(name = "date_of_birth") @Nullable LocalDate dateOfBirth,

        @Enumerated(EnumType.STRING) @Column(name = "gender") @Nullable
        Gender gender,

        @Enumerated(EnumType.STRING) @Column(name = "blood_group") @Nullable
        BloodGroup bloodGroup,

        @Column(name = "height_cm") @Nullable Double heightCm,
        @Column(name = "weight_kg") @Nullable Double weightKg,
        @Column(name = "allergies") List<String> allergies,
        @Column(name = "chronic_conditions") List<String> chronicConditions,
        @Column(name = "current_medications") List<String> currentMedications,
        @Column(name = "is_pregnant") @Nullable Boolean pregnant) {

    @Override
    public String toString() {
        return "***";
    }
}

package health.cloudcare.doctor.profile;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/**
 * What makes somebody a doctor.
 *
 * @param licenseNo in upper case; no two doctors have the same
 * @param registrationYear of the entry in the medical register of that state
 */
@Embeddable
public record Credentials(
        @Column(name = "medical_license_no") @Nullable String licenseNo,
        @Column(name = "registration_year") @Nullable Integer registrationYear,
        @Column(name = "registration_state") @Nullable String registrationState,
        @Column(name = "specialization") @Nullable String specialization,
        @Column(name = "sub_specialization") @Nullable String subSpecialization,
        @Column(name = "qualifications") List<String> qualifications,
        @Column(name = "experience_years") int experienceYears) {

    @Override
    public String toString() {
        return "***";
    }
}

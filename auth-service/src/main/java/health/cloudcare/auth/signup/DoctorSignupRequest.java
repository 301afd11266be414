package health.cloudcare.auth.signup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Applicant;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.servicekit.identity.Role;

import static java.util.Objects.requireNonNullElse;

/**
 * The documented signup of a doctor; what the app never sends is optional. doctor-service owns the profile and its rules.
 *
 * @param password never written to JSON
 * @param languages the app's spelling of {@code languagesSpoken}
 * @param consultationFee in INR
 */
record DoctorSignupRequest(
        @NotBlank @Email @Size(max = 254) String email,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @NotNull @Size(min = 8, max = 128)
        String password,

        @NotBlank @Size(min = 5, max = 50) String medicalLicenseNo,
        @NotBlank @Size(max = 50) String firstName,
        @Size(max = 50) @Nullable String middleName,
        @NotBlank @Size(max = 50) String lastName,
        @Size(max = 20) @Nullable String title,
        @NotBlank @Size(max = 20) String phonePrimary,
        @Size(max = 20) @Nullable String phoneSecondary,
        @Email @Size(max = 254) @Nullable String emailProfessional,
        @Past @Nullable LocalDate dateOfBirth,
        @Size(max = 20) @Nullable String gender,
        @NotBlank @Size(max = 100) String specialization,
        @Size(max = 100) @Nullable String subSpecialization,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 100) String> qualifications,
        @Min(0) @Max(80) @Nullable Integer experienceYears,
        @Nullable Integer registrationYear,
        @Size(max = 100) @Nullable String registrationState,
        @NotBlank @Size(max = 20) String hospitalCode,
        @PositiveOrZero @Nullable Double consultationFee,
        @Nullable Boolean availableForEmergency,
        @Nullable Boolean telemedicineEnabled,
        @Size(max = 200) @Nullable String addressLine1,
        @Size(max = 200) @Nullable String addressLine2,
        @Size(max = 100) @Nullable String city,
        @Size(max = 100) @Nullable String state,
        @Size(max = 20) @Nullable String postalCode,
        @Size(max = 100) @Nullable String country,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 50) String> languages,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 50) String> languagesSpoken,
        @Size(max = 300) @Nullable String clinicAddress,
        @Size(max = 2000) @Nullable String bio) {

    private static final String USUAL_TITLE = "Dr.";

    Applicant applicant() {
        String name = requireNonNullElse(title, USUAL_TITLE) + " " + firstName.strip() + " " + lastName.strip();
        return new Applicant(Role.DOCTOR, name, Map.of(IdentifierKind.EMAIL, email))
                .reachableAt(phonePrimary, addressLine1);
    }

    @Override
    public String toString() {
        return "***";
    }
}

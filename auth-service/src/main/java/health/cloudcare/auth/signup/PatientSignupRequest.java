package health.cloudcare.auth.signup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Applicant;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.servicekit.identity.Role;

/**
 * The documented signup of a patient. Only e-mail and password are ours; the rest is handed to patient-service, which owns
 * the profile and its rules, and is checked here for presence and size alone.
 *
 * @param password never written to JSON
 * @param timeZone IANA name, beyond the documented members; patient-service assumes Asia/Kolkata
 */
record PatientSignupRequest(
        @NotBlank @Email @Size(max = 254) String email,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @NotNull @Size(min = 8, max = 128)
        String password,

        @NotBlank @Size(max = 20) String aadharNumber,
        @NotBlank @Size(max = 50) String firstName,
        @Size(max = 50) @Nullable String middleName,
        @NotBlank @Size(max = 50) String lastName,
        @NotNull @Past LocalDate dateOfBirth,
        @NotBlank @Size(max = 20) String gender,
        @Size(max = 20) @Nullable String bloodGroup,
        @NotBlank @Size(max = 20) String phonePrimary,
        @Size(max = 20) @Nullable String phoneSecondary,
        @NotBlank @Size(max = 200) String addressLine1,
        @Size(max = 200) @Nullable String addressLine2,
        @NotBlank @Size(max = 100) String city,
        @NotBlank @Size(max = 100) String state,
        @NotBlank @Size(max = 20) String postalCode,
        @Size(max = 100) @Nullable String country,
        @NotBlank @Size(max = 100) String emergencyContactName,
        @NotBlank @Size(max = 20) String emergencyContactPhone,
        @NotBlank @Size(max = 50) String emergencyContactRelation,
        @Nullable Double heightCm,
        @Nullable Double weightKg,
        @Size(max = 100) @Nullable List<String> allergies,
        @Size(max = 100) @Nullable List<String> chronicConditions,
        @Size(max = 100) @Nullable List<String> currentMedications,
        @Size(max = 100) @Nullable String insuranceProvider,
        @Size(max = 100) @Nullable String insurancePolicyNo,
        @Nullable LocalDate insuranceValidUntil,
        @Size(max = 60) @Nullable String timeZone) {

    Applicant applicant() {
        return new Applicant(Role.PATIENT, displayName(), Map.of(IdentifierKind.EMAIL, email))
                .reachableAt(phonePrimary, addressLine1);
    }

    private String displayName() {
        return firstName.strip() + " " + lastName.strip();
    }

    @Override
    public String toString() {
        return "***";
    }
}

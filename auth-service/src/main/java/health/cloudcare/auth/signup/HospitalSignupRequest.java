package health.cloudcare.auth.signup;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Applicant;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.servicekit.identity.Role;

/**
 * The documented signup of a hospital by its administrator. hospital-service owns the profile and its rules.
 *
 * @param password never written to JSON
 * @param accreditations the app's list; {@code accreditation} is the older single text
 */
record HospitalSignupRequest(
        @NotBlank @Email @Size(max = 254) String email,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @NotNull @Size(min = 8, max = 128)
        String password,

        @NotBlank @Size(min = 3, max = 200) String name,
        @NotBlank @Size(max = 20) String phonePrimary,
        @Size(max = 20) @Nullable String phoneSecondary,
        @Size(max = 20) @Nullable String phoneEmergency,
        @NotBlank @Size(max = 200) String addressLine1,
        @Size(max = 200) @Nullable String addressLine2,
        @NotBlank @Size(max = 100) String city,
        @NotBlank @Size(max = 100) String state,
        @NotBlank @Size(max = 20) String postalCode,
        @Size(max = 100) @Nullable String country,
        @Size(max = 50) @Nullable String facilityType,
        @PositiveOrZero @Nullable Integer totalBeds,
        @PositiveOrZero @Nullable Integer icuBeds,
        @PositiveOrZero @Nullable Integer emergencyBeds,
        @PositiveOrZero @Nullable Integer operationTheatres,
        @Nullable Boolean hasEmergency,
        @Nullable Boolean hasAmbulance,
        @Nullable Boolean hasPharmacy,
        @Nullable Boolean hasLab,
        @Nullable Boolean hasBloodBank,
        @Nullable Boolean telemedicineEnabled,
        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 100) String> specializations,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 100) String> accreditations,
        @Size(max = 100) @Nullable String accreditation,
        @Size(max = 50) @Nullable String registrationNo,
        @Size(max = 50) @Nullable String licenseNo,
        @Size(max = 200) @Nullable String website,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    Applicant applicant() {
        return new Applicant(Role.HOSPITAL_ADMIN, name.strip(), Map.of(IdentifierKind.EMAIL, email))
                .reachableAt(phonePrimary, addressLine1);
    }

    @Override
    public String toString() {
        return "***";
    }
}

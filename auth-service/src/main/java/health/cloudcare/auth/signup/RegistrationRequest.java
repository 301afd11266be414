package health.cloudcare.auth.signup;

import java.util.Map;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Applicant;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.servicekit.identity.Role;

/** The registration that Health Services documents; {@code role} is patient unless given. */
record RegistrationRequest(
        @NotBlank @Size(max = 150) String name,
        @NotBlank @Email @Size(max = 254) String email,
        @NotNull @Size(min = 8, max = 128) String password,

        @Pattern(
                regexp = "patient|doctor|admin",
                flags = Pattern.Flag.CASE_INSENSITIVE,
                message = "must be patient, doctor or admin")
        @Nullable
        String role,

        @Size(max = 20) @Nullable String mobileNo,
        @Size(max = 1000) @Nullable String address) {

    boolean isForAdministrator() {
        return "admin".equalsIgnoreCase(role);
    }

    Applicant applicant() {
        Role asked = "doctor".equalsIgnoreCase(role) ? Role.DOCTOR : Role.PATIENT;
        return new Applicant(asked, name.strip(), Map.of(IdentifierKind.EMAIL, email)).reachableAt(mobileNo, address);
    }

    NameAndContact profile() {
        return NameAndContact.named(name, email, mobileNo).livingAt(address);
    }

    @Override
    public String toString() {
        return "***";
    }
}

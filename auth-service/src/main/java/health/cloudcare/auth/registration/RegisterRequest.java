package health.cloudcare.auth.registration;

import java.util.Map;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.auth.account.Applicant;
import health.cloudcare.auth.account.IdentifierKind;
import health.cloudcare.auth.identifier.Usernames;
import health.cloudcare.auth.signup.NameAndContact;
import health.cloudcare.servicekit.identity.Role;

/** The documented registration; {@code userType} is patient unless given. */
record RegisterRequest(
        @NotBlank @Pattern(regexp = Usernames.FORM, message = Usernames.RULE)
        String username,

        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 20) String mobile,
        @NotNull @Size(max = 256) String password,
        @NotBlank @Size(max = 50) String firstName,
        @NotBlank @Size(max = 50) String lastName,
        @Size(max = 20) @Nullable String userType,
        @Nullable Boolean isPregnant,
        @Size(max = 100) @Nullable String specialization) {

    Role role() {
        return userType == null || userType.isBlank() ? Role.PATIENT : UserTypes.parse(userType);
    }

    Applicant applicant() {
        return new Applicant(
                        role(),
                        firstName.strip() + " " + lastName.strip(),
                        Map.of(IdentifierKind.EMAIL, email, IdentifierKind.USERNAME, username))
                .reachableAt(mobile.strip(), null);
    }

    /** What only a patient or only a doctor has is left out for the other. */
    NameAndContact profile() {
        boolean patient = role() == Role.PATIENT;
        return new NameAndContact(
                firstName.strip(),
                lastName.strip(),
                email.strip(),
                mobile.strip(),
                null,
                patient ? Boolean.valueOf(pregnant()) : null,
                patient ? null : specialization);
    }

    boolean pregnant() {
        return Boolean.TRUE.equals(isPregnant);
    }

    @Override
    public String toString() {
        return "***";
    }
}

package health.cloudcare.patient.registration;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.patient.aadhaar.AadhaarNumber;
import health.cloudcare.patient.profile.BloodGroup;
import health.cloudcare.patient.profile.ContactDetails;
import health.cloudcare.patient.profile.EmergencyContact;
import health.cloudcare.patient.profile.Gender;
import health.cloudcare.patient.profile.Insurance;
import health.cloudcare.patient.profile.MedicalBasics;
import health.cloudcare.patient.profile.PatientDetails;
import health.cloudcare.patient.profile.PersonName;

import static health.cloudcare.patient.profile.PatientRules.NO_PHONE;
import static health.cloudcare.patient.profile.PatientRules.PHONE;

/**
 * What auth-service sends on behalf of a person who signs up: the documented signup body without the password. Some
 * sign-ups know little of a person; what they give must be right, and a blank text is none.
 */
record RegisterPatientRequest(
        @NotNull UUID accountId,
        @Nullable AadhaarNumber aadharNumber,
        @Email @Size(max = 254) @Nullable String email,
        @NotBlank @Size(max = 50) String firstName,
        @Size(max = 50) @Nullable String middleName,
        @Size(max = 50) @Nullable String lastName,
        @Past @Nullable LocalDate dateOfBirth,
        @Nullable Gender gender,
        @Nullable BloodGroup bloodGroup,

        @Pattern(regexp = PHONE, message = NO_PHONE) @Nullable
        String phonePrimary,

        @Pattern(regexp = PHONE, message = NO_PHONE) @Nullable
        String phoneSecondary,

        @Size(max = 200) @Nullable String addressLine1,
        @Size(max = 200) @Nullable String addressLine2,
        @Size(max = 100) @Nullable String city,
        @Size(max = 100) @Nullable String state,
        @Size(max = 20) @Nullable String postalCode,
        @Size(max = 100) @Nullable String country,
        @Size(max = 100) @Nullable String emergencyContactName,

        @Pattern(regexp = PHONE, message = NO_PHONE) @Nullable
        String emergencyContactPhone,

        @Size(max = 50) @Nullable String emergencyContactRelation,
        @Positive @Nullable Double heightCm,
        @Positive @Nullable Double weightKg,
        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 200) String> allergies,
        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 200) String> chronicConditions,
        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 200) String> currentMedications,
        @Size(max = 100) @Nullable String insuranceProvider,
        @Size(max = 100) @Nullable String insurancePolicyNo,
        @Nullable LocalDate insuranceValidUntil,
        @Nullable Boolean isPregnant,
        @Nullable ZoneId timeZone) {

    private static final String HOME_COUNTRY = "India";
    private static final ZoneId HOME_ZONE = ZoneId.of("Asia/Kolkata");

    PatientDetails details() {
        return new PatientDetails(
                new PersonName(firstName.strip(), text(middleName), text(lastName)),
                new ContactDetails(
                        text(email),
                        text(phonePrimary),
                        text(phoneSecondary),
                        text(addressLine1),
                        text(addressLine2),
                        text(city),
                        text(state),
                        text(postalCode),
                        countryOfAddress()),
                new EmergencyContact(
                        text(emergencyContactName), text(emergencyContactPhone), text(emergencyContactRelation)),
                new MedicalBasics(
                        dateOfBirth,
                        gender,
                        bloodGroup,
                        heightCm,
                        weightKg,
                        orEmpty(allergies),
                        orEmpty(chronicConditions),
                        orEmpty(currentMedications),
                        isPregnant),
                new Insurance(text(insuranceProvider), text(insurancePolicyNo), insuranceValidUntil),
                Objects.requireNonNullElse(timeZone, HOME_ZONE));
    }

    /** An address without a country is at home; where somebody without an address lives is unknown. */
    private @Nullable String countryOfAddress() {
        boolean hasAddress = Stream.of(addressLine1, city, state, postalCode).anyMatch(part -> text(part) != null);
        String given = text(country);
        return given == null && hasAddress ? HOME_COUNTRY : given;
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    /** A fixed offset is not where a person lives: daylight saving and travel need a region. */
    boolean hasUnknownTimeZone() {
        return timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone.getId());
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    @Override
    public String toString() {
        return "RegisterPatientRequest of account " + accountId;
    }
}

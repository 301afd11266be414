package health.cloudcare.patient.registration;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

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

/** What auth-service sends on behalf of a person who signs up: the documented signup body without the password. */
record RegisterPatientRequest(
        @NotNull UUID accountId,
        @NotNull AadhaarNumber aadharNumber,
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 50) String firstName,
        @Size(max = 50) @Nullable String middleName,
        @NotBlank @Size(max = 50) String lastName,
        @NotNull @Past LocalDate dateOfBirth,
        @NotNull Gender gender,
        @Nullable BloodGroup bloodGroup,

        @NotBlank @Pattern(regexp = PHONE, message = "must be a telephone number")
        String phonePrimary,

        @Pattern(regexp = PHONE, message = "must be a telephone number") @Nullable
        String phoneSecondary,

        @NotBlank @Size(max = 200) String addressLine1,
        @Size(max = 200) @Nullable String addressLine2,
        @NotBlank @Size(max = 100) String city,
        @NotBlank @Size(max = 100) String state,
        @NotBlank @Size(max = 20) String postalCode,
        @Size(max = 100) @Nullable String country,
        @NotBlank @Size(max = 100) String emergencyContactName,

        @NotBlank @Pattern(regexp = PHONE, message = "must be a telephone number")
        String emergencyContactPhone,

        @NotBlank @Size(max = 50) String emergencyContactRelation,
        @Positive @Nullable Double heightCm,
        @Positive @Nullable Double weightKg,
        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 200) String> allergies,
        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 200) String> chronicConditions,
        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 200) String> currentMedications,
        @Size(max = 100) @Nullable String insuranceProvider,
        @Size(max = 100) @Nullable String insurancePolicyNo,
        @Nullable LocalDate insuranceValidUntil,
        @Nullable ZoneId timeZone) {

    static final String PHONE = "\\+?[0-9][0-9 -]{5,18}";

    private static final String HOME_COUNTRY = "India";
    private static final ZoneId HOME_ZONE = ZoneId.of("Asia/Kolkata");

    PatientDetails details() {
        return new PatientDetails(
                new PersonName(firstName, middleName, lastName),
                new ContactDetails(
                        email,
                        phonePrimary,
                        phoneSecondary,
                        addressLine1,
                        addressLine2,
                        city,
                        state,
                        postalCode,
                        Objects.requireNonNullElse(country, HOME_COUNTRY)),
                new EmergencyContact(emergencyContactName, emergencyContactPhone, emergencyContactRelation),
                new MedicalBasics(
                        dateOfBirth,
                        gender,
                        bloodGroup,
                        heightCm,
                        weightKg,
                        orEmpty(allergies),
                        orEmpty(chronicConditions),
                        orEmpty(currentMedications)),
                new Insurance(insuranceProvider, insurancePolicyNo, insuranceValidUntil),
                Objects.requireNonNullElse(timeZone, HOME_ZONE));
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

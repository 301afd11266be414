package health.cloudcare.doctor.registration;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.doctor.profile.ContactDetails;
import health.cloudcare.doctor.profile.Credentials;
import health.cloudcare.doctor.profile.DoctorDetails;
import health.cloudcare.doctor.profile.Gender;
import health.cloudcare.doctor.profile.Person;
import health.cloudcare.doctor.profile.Practice;
import health.cloudcare.servicekit.problem.FieldError;

import static health.cloudcare.doctor.profile.DoctorRules.FIRST_REGISTRATION_YEAR;
import static health.cloudcare.doctor.profile.DoctorRules.NO_PHONE;
import static health.cloudcare.doctor.profile.DoctorRules.PHONE;

/**
 * What auth-service sends on behalf of a doctor who signs up. Only a name is needed, since that is all some of the documented
 * signups know; a text of nothing but spaces counts as not given.
 *
 * @param languages as the app says it
 * @param languagesSpoken the same under its other documented name
 * @param hospitalId of the hospital whose code the doctor gave
 * @param hospitalCode as the doctor entered it
 */
record RegisterDoctorRequest(
        @NotNull UUID accountId,
        @NotBlank @Size(max = 50) String firstName,
        @Size(max = 50) @Nullable String middleName,
        @Size(max = 50) @Nullable String lastName,
        @Size(max = 30) @Nullable String title,
        @Past @Nullable LocalDate dateOfBirth,
        @Nullable Gender gender,
        @Size(min = 5, max = 50) @Nullable String medicalLicenseNo,
        @Min(FIRST_REGISTRATION_YEAR) @Nullable Integer registrationYear,
        @Size(max = 100) @Nullable String registrationState,
        @Size(max = 100) @Nullable String specialization,
        @Size(max = 100) @Nullable String subSpecialization,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 100) String> qualifications,
        @Min(0) @Max(80) @Nullable Integer experienceYears,

        @Pattern(regexp = PHONE, message = NO_PHONE) @Nullable
        String phonePrimary,

        @Pattern(regexp = PHONE, message = NO_PHONE) @Nullable
        String phoneSecondary,

        @Email @Size(max = 254) @Nullable String emailProfessional,
        @Size(max = 200) @Nullable String addressLine1,
        @Size(max = 200) @Nullable String addressLine2,
        @Size(max = 100) @Nullable String city,
        @Size(max = 100) @Nullable String state,
        @Size(max = 20) @Nullable String postalCode,
        @Size(max = 100) @Nullable String country,
        @Size(max = 500) @Nullable String clinicAddress,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 50) String> languages,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 50) String> languagesSpoken,

        @PositiveOrZero @Digits(integer = 8, fraction = 2) @Nullable
        BigDecimal consultationFee,

        @Nullable Boolean availableForEmergency,
        @Nullable Boolean telemedicineEnabled,
        @Size(max = 2000) @Nullable String bio,
        @Nullable UUID hospitalId,
        @Size(max = 20) @Nullable String hospitalCode) {

    private static final String DEFAULT_TITLE = "Dr.";
    private static final String HOME_COUNTRY = "India";
    private static final ZoneId HOME_ZONE = ZoneId.of("Asia/Kolkata");

    RegisterDoctorRequest {
        firstName = required(firstName);
        middleName = text(middleName);
        lastName = text(lastName);
        title = text(title);
        medicalLicenseNo = upperCase(text(medicalLicenseNo));
        registrationState = text(registrationState);
        specialization = text(specialization);
        subSpecialization = text(subSpecialization);
        phonePrimary = text(phonePrimary);
        phoneSecondary = text(phoneSecondary);
        emailProfessional = text(emailProfessional);
        addressLine1 = text(addressLine1);
        addressLine2 = text(addressLine2);
        city = text(city);
        state = text(state);
        postalCode = text(postalCode);
        country = text(country);
        clinicAddress = text(clinicAddress);
        bio = text(bio);
        hospitalCode = text(hospitalCode);
    }

    /** What only several members, or a member and the present day, can tell. */
    List<FieldError> contradictions(Instant now) {
        List<FieldError> errors = new ArrayList<>();
        if (registrationYear != null
                && registrationYear > LocalDate.ofInstant(now, HOME_ZONE).getYear()) {
            errors.add(new FieldError("registration_year", "must not be in the future", "past_or_present"));
        }
        if (hospitalCode != null && hospitalId == null) {
            errors.add(new FieldError("hospital_id", "must come with the hospital code", "not_null"));
        }
        return errors;
    }

    DoctorDetails details() {
        return new DoctorDetails(
                new Person(
                        Objects.requireNonNullElse(title, DEFAULT_TITLE),
                        firstName,
                        middleName,
                        lastName,
                        dateOfBirth,
                        gender),
                new Credentials(
                        medicalLicenseNo,
                        registrationYear,
                        registrationState,
                        specialization,
                        subSpecialization,
                        texts(qualifications).toList(),
                        Objects.requireNonNullElse(experienceYears, 0)),
                new ContactDetails(
                        phonePrimary,
                        phoneSecondary,
                        emailProfessional,
                        addressLine1,
                        addressLine2,
                        city,
                        state,
                        postalCode,
                        Objects.requireNonNullElse(country, HOME_COUNTRY),
                        clinicAddress),
                new Practice(
                        Stream.concat(texts(languages), texts(languagesSpoken))
                                .distinct()
                                .toList(),
                        consultationFee,
                        Boolean.TRUE.equals(availableForEmergency),
                        Boolean.TRUE.equals(telemedicineEnabled),
                        bio));
    }

    /** What is missing is as bad as blank: validation refuses both. */
    private static String required(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static @Nullable String upperCase(@Nullable String given) {
        return given == null ? null : given.toUpperCase(Locale.ROOT);
    }

    private static Stream<String> texts(@Nullable List<String> given) {
        return given == null ? Stream.empty() : given.stream().map(String::strip);
    }

    @Override
    public String toString() {
        return "RegisterDoctorRequest of account " + accountId;
    }
}

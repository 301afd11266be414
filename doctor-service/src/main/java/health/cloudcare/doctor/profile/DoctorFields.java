package health.cloudcare.doctor.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

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

import static health.cloudcare.doctor.profile.DoctorRules.NO_PHONE;
import static health.cloudcare.doctor.profile.DoctorRules.PHONE;

/** What doctors may change of their profile; who they are to the medical register, and to us, is not among it. */
record DoctorFields(
        @NotBlank @Size(max = 30) String title,
        @NotBlank @Size(max = 50) String firstName,
        @Size(max = 50) @Nullable String middleName,
        @Size(max = 50) @Nullable String lastName,
        @Past @Nullable LocalDate dateOfBirth,
        @Nullable Gender gender,
        @Size(max = 100) @Nullable String specialization,
        @Size(max = 100) @Nullable String subSpecialization,
        @Size(max = 50) List<@NotBlank @Size(max = 100) String> qualifications,
        @NotNull @Min(0) @Max(80) Integer experienceYears,

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
        @NotBlank @Size(max = 100) String country,
        @Size(max = 500) @Nullable String clinicAddress,
        @Size(max = 50) List<@NotBlank @Size(max = 50) String> languages,

        @PositiveOrZero @Digits(integer = 8, fraction = 2) @Nullable
        BigDecimal consultationFee,

        @NotNull Boolean availableForEmergency,
        @NotNull Boolean telemedicineEnabled,
        @Size(max = 2000) @Nullable String bio) {

    /** A text of nothing but spaces counts as not given, as at signup. */
    DoctorFields {
        title = required(title);
        firstName = required(firstName);
        middleName = text(middleName);
        lastName = text(lastName);
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
        clinicAddress = text(clinicAddress);
        bio = text(bio);
        country = required(country);
        qualifications = texts(qualifications);
        languages = texts(languages);
    }

    static DoctorFields of(Doctor doctor) {
        Person person = doctor.person();
        Credentials credentials = doctor.credentials();
        ContactDetails contact = doctor.contact();
        Practice practice = doctor.practice();
        return new DoctorFields(
                person.title(),
                person.firstName(),
                person.middleName(),
                person.lastName(),
                person.dateOfBirth(),
                person.gender(),
                credentials.specialization(),
                credentials.subSpecialization(),
                credentials.qualifications(),
                credentials.experienceYears(),
                contact.phonePrimary(),
                contact.phoneSecondary(),
                contact.emailProfessional(),
                contact.addressLine1(),
                contact.addressLine2(),
                contact.city(),
                contact.state(),
                contact.postalCode(),
                contact.country(),
                contact.clinicAddress(),
                practice.languages(),
                practice.consultationFee(),
                practice.availableForEmergency(),
                practice.telemedicineEnabled(),
                practice.bio());
    }

    /** @param before whose license and registration stay */
    DoctorDetails details(Credentials before) {
        return new DoctorDetails(
                new Person(title, firstName, middleName, lastName, dateOfBirth, gender),
                new Credentials(
                        before.licenseNo(),
                        before.registrationYear(),
                        before.registrationState(),
                        specialization,
                        subSpecialization,
                        qualifications,
                        experienceYears),
                new ContactDetails(
                        phonePrimary,
                        phoneSecondary,
                        emailProfessional,
                        addressLine1,
                        addressLine2,
                        city,
                        state,
                        postalCode,
                        country,
                        clinicAddress),
                new Practice(languages, consultationFee, availableForEmergency, telemedicineEnabled, bio));
    }

    /** What is missing is as bad as blank: validation refuses both. */
    private static String required(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    /** Null takes all of it away; a text of it that is missing or blank is refused by validation. */
    private static List<String> texts(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream().map(DoctorFields::required).toList();
    }

    @Override
    public String toString() {
        return "DoctorFields";
    }
}

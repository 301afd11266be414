package health.cloudcare.doctor.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Doctors as they see themselves.
 *
 * @param specialization empty when none is known: the app needs some text
 * @param qualifications a JSON array as text, as the app reads it
 * @param consultationFee in INR
 */
record DoctorProfileResponse(
        UUID id,
        UUID userId,
        String title,
        String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable LocalDate dateOfBirth,
        @Nullable Gender gender,
        String specialization,
        @Nullable String subSpecialization,
        String qualifications,
        int experienceYears,
        @Nullable String medicalLicenseNo,
        @Nullable Integer registrationYear,
        @Nullable String registrationState,
        @Nullable String phonePrimary,
        @Nullable String phoneSecondary,
        @Nullable String emailProfessional,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        String country,
        @Nullable String clinicAddress,
        List<String> languages,
        @Nullable BigDecimal consultationFee,
        boolean availableForEmergency,
        boolean telemedicineEnabled,
        @Nullable String bio,
        boolean isVerified,
        Instant createdAt,
        @Nullable Instant updatedAt) {

    /** @param qualifications as text */
    static DoctorProfileResponse of(Doctor doctor, String qualifications) {
        Person person = doctor.person();
        Credentials credentials = doctor.credentials();
        ContactDetails contact = doctor.contact();
        Practice practice = doctor.practice();
        return new DoctorProfileResponse(
                doctor.id(),
                doctor.accountId(),
                person.title(),
                person.firstName(),
                person.middleName(),
                person.lastName(),
                person.dateOfBirth(),
                person.gender(),
                Objects.requireNonNullElse(credentials.specialization(), ""),
                credentials.subSpecialization(),
                qualifications,
                credentials.experienceYears(),
                credentials.licenseNo(),
                credentials.registrationYear(),
                credentials.registrationState(),
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
                practice.bio(),
                doctor.isVerified(),
                doctor.createdAt(),
                doctor.updatedAt());
    }

    @Override
    public String toString() {
        return "DoctorProfileResponse " + id;
    }
}

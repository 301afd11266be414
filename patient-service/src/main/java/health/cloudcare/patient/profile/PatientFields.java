package health.cloudcare.patient.profile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import static health.cloudcare.patient.profile.PatientRules.NO_PHONE;
import static health.cloudcare.patient.profile.PatientRules.PHONE;

/** What patients may change of their profile; who they are to the state, and to us, is not among it. */
record PatientFields(
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

        @Email @Size(max = 254) @Nullable String email,
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
        @NotNull @Size(max = 100) List<@NotBlank @Size(max = 200) String> allergies,
        @NotNull @Size(max = 100) List<@NotBlank @Size(max = 200) String> chronicConditions,
        @NotNull @Size(max = 100) List<@NotBlank @Size(max = 200) String> currentMedications,
        @Nullable Boolean isPregnant,
        @Size(max = 100) @Nullable String insuranceProvider,
        @Size(max = 100) @Nullable String insurancePolicyNo,
        @Nullable LocalDate insuranceValidUntil,
        @Size(max = 100) @Nullable String occupation,
        @NotBlank String timeZone) {

    static PatientFields of(Patient patient) {
        PersonName name = patient.name();
        ContactDetails contact = patient.contact();
        EmergencyContact emergency = patient.emergencyContact();
        MedicalBasics medical = patient.medical();
        Insurance insurance = patient.insurance();
        return new PatientFields(
                name.first(),
                name.middle(),
                name.last(),
                medical.dateOfBirth(),
                medical.gender(),
                medical.bloodGroup(),
                contact.phonePrimary(),
                contact.phoneSecondary(),
                contact.email(),
                contact.addressLine1(),
                contact.addressLine2(),
                contact.city(),
                contact.state(),
                contact.postalCode(),
                contact.country(),
                emergency.name(),
                emergency.phone(),
                emergency.relation(),
                medical.heightCm(),
                medical.weightKg(),
                medical.allergies(),
                medical.chronicConditions(),
                medical.currentMedications(),
                medical.pregnant(),
                insurance.provider(),
                insurance.policyNo(),
                insurance.validUntil(),
                patient.occupation(),
                patient.timeZone().getId());
    }

    /** A fixed offset is not where a person lives: daylight saving and travel need a region. */
    @JsonIgnore
    @AssertTrue(message = "must be a time zone of the IANA database")
    boolean isTimeZoneOfARegion() {
        return timeZone == null || ZoneId.getAvailableZoneIds().contains(timeZone);
    }

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
                        text(country)),
                new EmergencyContact(
                        text(emergencyContactName), text(emergencyContactPhone), text(emergencyContactRelation)),
                new MedicalBasics(
                        dateOfBirth,
                        gender,
                        bloodGroup,
                        heightCm,
                        weightKg,
                        allergies,
                        chronicConditions,
                        currentMedications,
                        isPregnant),
                new Insurance(text(insuranceProvider), text(insurancePolicyNo), insuranceValidUntil),
                ZoneId.of(timeZone));
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    @Override
    public String toString() {
        return "PatientFields";
    }
}

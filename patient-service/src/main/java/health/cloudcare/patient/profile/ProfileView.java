package health.cloudcare.patient.profile;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** Puts a patient into the documented shape. */
@ApplicationScoped
class ProfileView {

    private static final String UNKNOWN = "Unknown";

    private final Clock clock;

    ProfileView(Clock clock) {
        this.clock = clock;
    }

    ProfileResponse of(Patient patient, @Nullable String message) {
        PersonName name = patient.name();
        ContactDetails contact = patient.contact();
        EmergencyContact emergency = patient.emergencyContact();
        MedicalBasics medical = patient.medical();
        Insurance insurance = patient.insurance();
        return new ProfileResponse(
                true,
                message,
                patient.id(),
                name.first(),
                name.middle(),
                name.last(),
                medical.dateOfBirth(),
                patient.age(clock.instant()),
                medical.gender(),
                medical.bloodGroup(),
                bloodType(medical),
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
                patient.timeZone().getId(),
                card(patient));
    }

    private ProfileResponse.Card card(Patient patient) {
        Gender gender = patient.medical().gender();
        return new ProfileResponse.Card(
                patient.id(),
                patient.accountId(),
                orEmpty(patient.aadhaarUid()),
                patient.name().full(),
                patient.age(clock.instant()),
                gender == null ? UNKNOWN : gender.name(),
                bloodType(patient.medical()),
                orEmpty(patient.contact().phonePrimary()),
                orEmpty(patient.contact().email()),
                patient.contact().address(),
                patient.emergencyContact().line(),
                patient.insurance().provider(),
                patient.insurance().policyNo(),
                false,
                patient.occupation(),
                null);
    }

    private static String bloodType(MedicalBasics medical) {
        BloodGroup group = medical.bloodGroup();
        return group == null ? UNKNOWN : group.symbol();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

package health.cloudcare.patient.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;

import jakarta.enterprise.context.ApplicationScoped;

/** Puts a patient into the documented shape. */
@ApplicationScoped
class ProfileView {

    private static final String UNKNOWN_BLOOD_TYPE = "Unknown";

    private final Clock clock;

    ProfileView(Clock clock) {
        this.clock = clock;
    }

    ProfileResponse of(Patient patient) {
        PersonName name = patient.name();
        ContactDetails contact = patient.contact();
        EmergencyContact emergency = patient.emergencyContact();
        MedicalBasics medical = patient.medical();
        Insurance insurance = patient.insurance();
        return new ProfileResponse(
                true,
                null,
                patient.id(),
                name.first(),
                name.middle(),
                name.last(),
                medical.dateOfBirth(),
                age(patient),
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
                insurance.provider(),
                insurance.policyNo(),
                insurance.validUntil(),
                patient.timeZone().getId(),
                card(patient));
    }

    private ProfileResponse.Card card(Patient patient) {
        return new ProfileResponse.Card(
                patient.id(),
                patient.accountId(),
                patient.aadhaarUid(),
                patient.name().full(),
                age(patient),
                patient.medical().gender(),
                bloodType(patient.medical()),
                patient.contact().phonePrimary(),
                patient.contact().email(),
                patient.contact().address(),
                patient.emergencyContact().line(),
                patient.insurance().provider(),
                patient.insurance().policyNo(),
                false,
                null,
                null);
    }

    /** In completed years where the patient lives. */
    private int age(Patient patient) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), patient.timeZone());
        return Period.between(patient.medical().dateOfBirth(), today).getYears();
    }

    private static String bloodType(MedicalBasics medical) {
        BloodGroup group = medical.bloodGroup();
        return group == null ? UNKNOWN_BLOOD_TYPE : group.symbol();
    }
}

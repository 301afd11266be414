package health.cloudcare.patient.card;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.patient.profile.BloodGroup;
import health.cloudcare.patient.profile.Gender;
import health.cloudcare.patient.profile.Patient;

/**
 * A patient in a list: the name, and the rest where a consent opens the profile and the patient told it.
 *
 * @param name first, middle and last, one space apart; never empty
 * @param age in completed years
 * @param bloodGroup as people write it, {@code O+}
 */
record CardResponse(
        UUID patientId,
        String name,
        @Nullable Integer age,
        @Nullable String gender,
        @Nullable String bloodGroup,
        @Nullable String phone) {

    private static final String NAMELESS = "Patient";

    static CardResponse nameOf(Patient patient) {
        return new CardResponse(patient.id(), nameToShow(patient), null, null, null, null);
    }

    static CardResponse of(Patient patient, Instant now) {
        Gender gender = patient.medical().gender();
        BloodGroup group = patient.medical().bloodGroup();
        return new CardResponse(
                patient.id(),
                nameToShow(patient),
                patient.age(now),
                gender == null ? null : gender.name(),
                group == null ? null : group.symbol(),
                patient.contact().phonePrimary());
    }

    private static String nameToShow(Patient patient) {
        String name = patient.name().full();
        return name.isEmpty() ? NAMELESS : name;
    }

    @Override
    public String toString() {
        return "CardResponse " + patientId;
    }
}

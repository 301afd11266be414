package health.cloudcare.doctor.affiliation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.doctor.profile.DoctorSummary;

/**
 * A doctor of a hospital.
 *
 * @param id of the doctor
 * @param name with the title
 * @param isAvailable whether patients can be given to them: both sides agree, and somebody vouched for the doctor
 */
record StaffResponse(
        UUID id,
        String name,
        String specialization,
        boolean isAvailable,
        @Nullable String phone,
        Standing status,
        boolean isPrimary) {

    static StaffResponse of(Affiliation affiliation, DoctorSummary doctor) {
        return new StaffResponse(
                doctor.id(),
                doctor.name(),
                doctor.specialization(),
                affiliation.isActive() && doctor.verified(),
                doctor.phone(),
                affiliation.standing(),
                affiliation.isPrimary());
    }

    @Override
    public String toString() {
        return "StaffResponse " + id;
    }
}

package health.cloudcare.doctor.carelist;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A documented row. Without access it is the name alone.
 *
 * @param status ACTIVE with access, LOCKED without: the app knows no other
 * @param careStatus how the patient is, where there is access; LOCKED otherwise
 * @param condition in the doctor's words where there is access, else how the access stands
 * @param nextAppointment as the doctor noted it
 * @param lastVisit when the day began, in India, that the doctor's newest note about the patient is of
 * @param patientAge null where the consent does not open the profile, as the members below it
 * @param patientBloodGroup as people write it, {@code O+}
 */
record DoctorPatientResponse(
        UUID id,
        UUID patientId,
        String patientName,
        CareStatus status,
        CareStatus careStatus,
        String condition,
        @Nullable Instant nextAppointment,
        @Nullable Instant lastVisit,
        boolean emergencyFlag,
        Instant assignedAt,
        boolean accessGranted,
        @Nullable Integer patientAge,
        @Nullable String patientGender,
        @Nullable String patientBloodGroup,
        @Nullable String patientPhone) {

    /** What the row still calls open, but the consents of this moment do not: they ended, or cannot be told for a moment. */
    private static final String NOT_OPEN = "Access not open now";

    static DoctorPatientResponse open(DoctorPatient row, PatientCard card, @Nullable Instant lastVisit) {
        CareNote note = row.note();
        return new DoctorPatientResponse(
                row.id(),
                row.patientId(),
                card.name(),
                CareStatus.ACTIVE,
                note.status(),
                Objects.requireNonNullElse(note.condition(), row.condition().text()),
                note.nextAppointment(),
                lastVisit,
                note.emergencyFlag(),
                row.assignedAt(),
                true,
                card.age(),
                card.gender(),
                card.bloodGroup(),
                card.phone());
    }

    static DoctorPatientResponse locked(DoctorPatient row, PatientCard card) {
        return new DoctorPatientResponse(
                row.id(),
                row.patientId(),
                card.name(),
                CareStatus.LOCKED,
                CareStatus.LOCKED,
                row.isOpen() ? NOT_OPEN : row.condition().text(),
                null,
                null,
                false,
                row.assignedAt(),
                false,
                null,
                null,
                null,
                null);
    }

    @Override
    public String toString() {
        return "DoctorPatientResponse " + id;
    }
}

package health.cloudcare.contracts;

import java.util.UUID;

/** Something about a doctor, or that a doctor did. */
public sealed interface DoctorEvent extends Event
        permits DoctorRegistered,
                EmergencyAccessOpened,
                DoctorProfileUpdated,
                AffiliationChanged,
                CareStatusChanged,
                NoteWritten {

    UUID doctorId();

    @Override
    default Topic topic() {
        return Topic.DOCTOR;
    }

    @Override
    default String key() {
        return doctorId().toString();
    }
}

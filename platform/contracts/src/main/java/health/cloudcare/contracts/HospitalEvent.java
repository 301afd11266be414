package health.cloudcare.contracts;

import java.util.UUID;

/** Something about a hospital, or that happened in one. */
public sealed interface HospitalEvent extends Event
        permits HospitalRegistered,
                PatientAdmitted,
                PatientDischarged,
                HospitalProfileUpdated,
                ResourcesChanged,
                DepartmentChanged,
                EmergencyCaseChanged,
                DoctorAssigned,
                DoctorUnassigned {

    UUID hospitalId();

    @Override
    default Topic topic() {
        return Topic.HOSPITAL;
    }

    @Override
    default String key() {
        return hospitalId().toString();
    }
}

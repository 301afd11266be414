package health.cloudcare.hospital.doctorservice;

import java.util.UUID;

/** @param name with the title */
public record DoctorCard(UUID doctorId, String name, String specialization, boolean verified) {

    @Override
    public String toString() {
        return "DoctorCard " + doctorId;
    }
}

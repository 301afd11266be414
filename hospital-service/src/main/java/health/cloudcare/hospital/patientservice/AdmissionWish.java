package health.cloudcare.hospital.patientservice;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Whom a hospital wants to admit. The Aadhaar number goes to patient-service and no further.
 *
 * @param description as the patient reads it
 */
public record AdmissionWish(
        @Nullable UUID patientId, @Nullable String aadharNumber, String facilityName, String description) {

    @Override
    public String toString() {
        return "AdmissionWish";
    }
}

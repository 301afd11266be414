package health.cloudcare.patient.consent;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks a patient for.
 *
 * @param requestType free text but for {@link #ADMISSION}, {@link #EMERGENCY} and {@link #CARE_TEAM}
 * @param answerBy when the request lapses unless the patient has answered
 */
record AccessWish(
        UUID patientId,
        Grantee grantee,
        String facilityName,
        String requestType,
        @Nullable String description,
        Purpose purpose,
        ConsentTerms terms,
        Instant answerBy) {

    static final String DATA_ACCESS = "DATA_ACCESS";
    static final String ADMISSION = "HOSPITAL_ADMISSION";
    static final String EMERGENCY = "EMERGENCY_ACCESS";
    static final String CARE_TEAM = "CARE_TEAM";

    boolean isAdmission() {
        return requestType.equals(ADMISSION);
    }

    @Override
    public String toString() {
        return requestType + " of patient " + patientId;
    }
}

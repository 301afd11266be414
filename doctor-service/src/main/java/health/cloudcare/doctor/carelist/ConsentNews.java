package health.cloudcare.doctor.carelist;

import java.time.Instant;
import java.util.UUID;

/**
 * What an event tells of a consent to a doctor.
 *
 * @param emergency whether it is a grant that nobody granted: the doctor broke the glass
 */
public record ConsentNews(
        UUID consentId,
        UUID patientId,
        UUID doctorId,
        int version,
        ConsentStanding standing,
        boolean emergency,
        Instant at) {

    /** Whether it makes the patient one of the doctor's. Of an emergency, and of an end alone, that cannot be said. */
    boolean isAssigning() {
        return standing == ConsentStanding.REQUESTED || (standing == ConsentStanding.GRANTED && !emergency);
    }
}

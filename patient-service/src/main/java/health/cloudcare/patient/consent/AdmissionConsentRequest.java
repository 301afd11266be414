package health.cloudcare.patient.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.patient.aadhaar.AadhaarNumber;
import health.cloudcare.servicekit.problem.FieldError;

/**
 * What hospital-service asks on behalf of a hospital that wants to admit a patient, who is named by one of the two.
 *
 * @param facilityName the hospital's name, as the patient reads it
 */
record AdmissionConsentRequest(
        @Nullable UUID patientId,
        @Nullable AadhaarNumber aadharNumber,
        @NotBlank @Size(max = 200) String facilityName,
        @Size(max = 1000) @Nullable String description) {

    /** Documented: a day. It bounds the waiting, not the stay. */
    static final Duration TIME_TO_ANSWER = Duration.ofDays(1);

    /** The discharge ends it. This is for the stay that nobody ends. */
    static final Duration LONGEST_STAY = Duration.ofDays(DoctorConsentRequest.MAX_DAYS);

    /** What no annotation can say. */
    List<FieldError> errors() {
        return (patientId == null) == (aadharNumber == null)
                ? List.of(new FieldError("patient_id", "is needed, or an aadhar_number, and not both", "one_of"))
                : List.of();
    }

    AccessWish wish(UUID patient, UUID hospitalId, Instant now) {
        return new AccessWish(
                patient,
                new Grantee.Hospital(hospitalId),
                facilityName.strip(),
                AccessWish.ADMISSION,
                description == null || description.isBlank() ? null : description.strip(),
                Purpose.CARE,
                ConsentTerms.everythingUntil(now.plus(LONGEST_STAY)),
                now.plus(TIME_TO_ANSWER));
    }

    @Override
    public String toString() {
        return "AdmissionConsentRequest";
    }
}

package health.cloudcare.patient.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * What hospital-service asks on behalf of a hospital that wants to admit a patient.
 *
 * @param facilityName the hospital's name, as the patient reads it
 * @param expiresInDays of the access, once approved; the request itself lapses after {@link #TIME_TO_ANSWER}
 */
record AdmissionConsentRequest(
        @NotNull UUID patientId,
        @NotNull UUID hospitalId,
        @NotBlank @Size(max = 200) String facilityName,
        @Size(max = 1000) @Nullable String description,

        @Min(1) @Max(DoctorConsentRequest.MAX_DAYS) @Nullable
        Integer expiresInDays) {

    /** Documented: a day. It bounds the waiting, not the stay. */
    static final Duration TIME_TO_ANSWER = Duration.ofDays(1);

    AccessWish wish(Instant now) {
        int days = Objects.requireNonNullElse(expiresInDays, DoctorConsentRequest.DEFAULT_DAYS);
        return new AccessWish(
                patientId,
                new Grantee.Hospital(hospitalId),
                facilityName.strip(),
                AccessWish.ADMISSION,
                description == null || description.isBlank() ? null : description.strip(),
                Purpose.CARE,
                ConsentTerms.everythingUntil(now.plus(Duration.ofDays(days))),
                now.plus(TIME_TO_ANSWER));
    }

    @Override
    public String toString() {
        return "AdmissionConsentRequest of hospital " + hospitalId;
    }
}

package health.cloudcare.patient.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * What a doctor states who breaks the glass.
 *
 * @param reason read by the patient, and by whoever looks into it afterwards
 * @param facilityName who it is, as the patient reads it
 * @param minutes how long; four hours unless said otherwise
 */
record EmergencyAccessRequest(
        @NotBlank @Size(min = 10, max = 1000) String reason,
        @Size(max = 200) @Nullable String facilityName,
        @Min(5) @Max(MAX_MINUTES) @Nullable Integer minutes) {

    static final int MAX_MINUTES = 24 * 60;
    static final int DEFAULT_MINUTES = 4 * 60;

    AccessWish wish(UUID patientId, UUID doctorId, Instant now) {
        Instant end = now.plus(Duration.ofMinutes(Objects.requireNonNullElse(minutes, DEFAULT_MINUTES)));
        return new AccessWish(
                patientId,
                new Grantee.Doctor(doctorId),
                facilityName == null || facilityName.isBlank() ? DoctorConsentRequest.NAMELESS : facilityName.strip(),
                AccessWish.EMERGENCY,
                reason.strip(),
                Purpose.of(PurposeCode.BTG),
                ConsentTerms.everythingUntil(end),
                end);
    }

    @Override
    public String toString() {
        return "EmergencyAccessRequest";
    }
}

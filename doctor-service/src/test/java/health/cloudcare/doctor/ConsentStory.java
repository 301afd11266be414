package health.cloudcare.doctor;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import health.cloudcare.contracts.ConsentDenied;
import health.cloudcare.contracts.ConsentExpired;
import health.cloudcare.contracts.ConsentGranted;
import health.cloudcare.contracts.ConsentRequested;
import health.cloudcare.contracts.ConsentRevoked;

/** What patient-service tells of one consent to a doctor; the same event each time. */
public record ConsentStory(UUID consentId, UUID patientId, UUID doctorId, Instant start) {

    public static ConsentStory aConsent(UUID patientId, UUID doctorId) {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        return new ConsentStory(UUID.randomUUID(), patientId, doctorId, now.minusSeconds(60));
    }

    /** Another one of both, so much later. */
    public ConsentStory then(Duration later) {
        return new ConsentStory(UUID.randomUUID(), patientId, doctorId, start.plus(later));
    }

    public ConsentRequested requested() {
        return new ConsentRequested(id(1), start, patientId, consentId, 1, doctorId, null);
    }

    public ConsentGranted granted() {
        return granted(2, "DATA_ACCESS");
    }

    /** The first that is told of it. */
    public ConsentGranted emergency() {
        return granted(1, ConsentGranted.EMERGENCY);
    }

    public ConsentDenied denied() {
        return new ConsentDenied(id(2), start.plusSeconds(2), patientId, consentId, 2, doctorId, null);
    }

    public ConsentRevoked revoked() {
        return new ConsentRevoked(id(3), start.plusSeconds(3), patientId, consentId, 3, doctorId, null);
    }

    public ConsentExpired expired() {
        return new ConsentExpired(id(3), start.plusSeconds(3), patientId, consentId, 3, doctorId, null);
    }

    private ConsentGranted granted(int version, String kind) {
        return new ConsentGranted(
                id(version),
                start.plusSeconds(version),
                patientId,
                consentId,
                version,
                doctorId,
                null,
                List.of("PROFILE", "NOTES"),
                List.of(),
                null,
                null,
                "RAW",
                start.plus(Duration.ofDays(90)),
                null,
                null,
                "VIEW",
                kind);
    }

    private UUID id(int version) {
        return UUID.nameUUIDFromBytes((consentId + " " + version).getBytes(StandardCharsets.UTF_8));
    }
}

package health.cloudcare.hospital.admission;

import java.time.Instant;
import java.util.UUID;

/** What every event about the consent of an admission tells. */
record ConsentChange(UUID consentId, int version, UUID patientId, UUID hospitalId, Instant at) {}

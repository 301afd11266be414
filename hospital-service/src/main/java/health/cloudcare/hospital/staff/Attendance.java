package health.cloudcare.hospital.staff;

import java.util.UUID;

/** A stay to which doctors attend. */
public record Attendance(UUID hospitalId, UUID patientId, UUID admissionId, UUID consentId) {}

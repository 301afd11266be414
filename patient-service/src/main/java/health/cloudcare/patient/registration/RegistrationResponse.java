package health.cloudcare.patient.registration;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** @param aadharUid null when the patient gave no Aadhaar number */
record RegistrationResponse(UUID patientId, @Nullable String aadharUid) {}

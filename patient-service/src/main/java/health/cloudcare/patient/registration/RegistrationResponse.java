package health.cloudcare.patient.registration;

import java.util.UUID;

record RegistrationResponse(UUID patientId, String aadharUid) {}

package health.cloudcare.doctor.registration;

import java.util.UUID;

record RegistrationResponse(UUID doctorId) {}

package health.cloudcare.hospital.registration;

import java.util.UUID;

record RegistrationResponse(UUID hospitalId, String hospitalCode) {}

package health.cloudcare.patient.record;

import java.util.UUID;

record HospitalLookup(UUID patientId, UUID hospitalId) {}

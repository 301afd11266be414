package health.cloudcare.patient.consent;

record RemovalResponse(boolean success, String message) {}

package health.cloudcare.patient.registration;

record CancellationResponse(boolean success, String message) {}

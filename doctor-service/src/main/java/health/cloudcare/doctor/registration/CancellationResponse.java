package health.cloudcare.doctor.registration;

record CancellationResponse(boolean success, String message) {}

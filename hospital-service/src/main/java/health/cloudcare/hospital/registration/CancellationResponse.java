package health.cloudcare.hospital.registration;

record CancellationResponse(boolean success, String message) {}

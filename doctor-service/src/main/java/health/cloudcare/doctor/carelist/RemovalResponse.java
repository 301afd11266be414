package health.cloudcare.doctor.carelist;

record RemovalResponse(boolean success, String message) {}

package health.cloudcare.document.record;

record RemovalResponse(boolean success, String message) {}

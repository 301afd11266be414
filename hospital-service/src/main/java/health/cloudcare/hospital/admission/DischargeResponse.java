package health.cloudcare.hospital.admission;

record DischargeResponse(boolean success, String message) {}

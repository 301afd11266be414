package health.cloudcare.patient.aadhaar;

/**
 * @param reencrypted numbers that this run put under the current key
 * @param remaining numbers still under an older key: another run is at work on them, the time was up, or they do not open
 * @param keyVersion the current key
 */
record ReencryptionResponse(long reencrypted, long remaining, int keyVersion) {}

package health.cloudcare.patient.signature;

/**
 * @param keyId of the key, as in the key set
 * @param value Ed25519 (RFC 8032), in base64url without padding
 */
public record RecordSignature(String keyId, String value) {}

package health.cloudcare.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * The newest entry of a patient's access log, signed and kept apart from the log, so that a log that was shortened or rewritten is found out.
 *
 * @param sequence number of the entry, the first is 1
 * @param hash of the entry, in hexadecimal
 * @param keyId of the Ed25519 key, as in the key set
 * @param signature over patient id, sequence and hash, in base64url
 */
public record AccessHeadSigned(
        UUID eventId, Instant occurredAt, UUID patientId, long sequence, String hash, String keyId, String signature)
        implements Event {

    public static final String TYPE = "access.head-signed";

    public AccessHeadSigned(
            Instant occurredAt, UUID patientId, long sequence, String hash, String keyId, String signature) {
        this(UuidV7.at(occurredAt), occurredAt, patientId, sequence, hash, keyId, signature);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Topic topic() {
        return Topic.ACCESS_HEAD;
    }

    @Override
    public String key() {
        return patientId.toString();
    }
}

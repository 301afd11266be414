package health.cloudcare.wearables.chunk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What stands for a record's id in the store: eight bytes of a digest of it and its patient. Of a patient's million records two
 * share a number once in thirty million patients.
 */
public final class RecordNumber {
    private RecordNumber() {}

    /** @return never 0, which stands for no record */
    public static long of(String patientId, String recordId) {
        byte[] digest = sha256().digest((patientId + '|' + recordId).getBytes(StandardCharsets.UTF_8));
        long number = ByteBuffer.wrap(digest).getLong();
        return number == 0 ? 1 : number;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

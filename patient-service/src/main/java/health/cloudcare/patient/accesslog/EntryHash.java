package health.cloudcare.patient.accesslog;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import io.vertx.mutiny.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * SHA-256 of an entry and, through it, of all entries before. Every member goes in with its presence and length, so that no two
 * entries have the same bytes.
 *
 * @param hex lower-case, as events tell it
 */
record EntryHash(String hex) {

    /** Of what is before the first entry. */
    static final EntryHash NONE = new EntryHash("0".repeat(64));

    private static final byte[] DOMAIN = "cloudcare-access-log-v1".getBytes(UTF_8);
    private static final byte ABSENT = 0;
    private static final byte PRESENT = 1;

    static EntryHash of(EntryHash previous, long sequence, LoggedAccess access) {
        MessageDigest digest = sha256();
        digest.update(DOMAIN);
        digest.update(HexFormat.of().parseHex(previous.hex));
        add(digest, access.patientId());
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).flip());
        add(digest, access.eventId());
        add(digest, access.occurredAt());
        add(digest, access.actorAccountId());
        add(digest, access.actorRole());
        add(digest, access.actorProfileId());
        add(digest, access.category());
        add(digest, access.action());
        add(digest, access.resource());
        add(digest, access.outcome());
        add(digest, access.reason());
        add(digest, access.consentId());
        digest.update(access.emergency() ? PRESENT : ABSENT);
        add(digest, access.clientIp());
        add(digest, access.correlationId());
        return new EntryHash(HexFormat.of().formatHex(digest.digest()));
    }

    /** Whatever length it has: only one that was stored by us equals another. */
    static EntryHash of(Buffer stored) {
        return new EntryHash(HexFormat.of().formatHex(stored.getBytes()));
    }

    Buffer bytes() {
        return Buffer.buffer(HexFormat.of().parseHex(hex));
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        if (text == null) {
            digest.update(ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(UTF_8);
        digest.update(PRESENT);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static void add(MessageDigest digest, @Nullable UUID id) {
        if (id == null) {
            digest.update(ABSENT);
            return;
        }
        digest.update(PRESENT);
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    private static void add(MessageDigest digest, Instant instant) {
        digest.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(instant.getEpochSecond())
                .putInt(instant.getNano())
                .flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}

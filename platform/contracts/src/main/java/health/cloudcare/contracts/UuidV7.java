package health.cloudcare.contracts;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Time-ordered UUIDs (RFC 9562 §5.7): milliseconds since the epoch, then 74 random bits. */
public final class UuidV7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private UuidV7() {}

    public static UUID at(Instant instant) {
        long millis = instant.toEpochMilli() << 16;
        long version = 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long variant = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(millis | version, variant);
    }
}

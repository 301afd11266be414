package health.cloudcare.journey;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Text that nobody has used before. */
final class Unique {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Unique() {}

    static String text() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

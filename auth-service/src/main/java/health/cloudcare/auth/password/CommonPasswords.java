package health.cloudcare.auth.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

import com.nulabinc.zxcvbn.StandardDictionaries;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The 30,000 most common passwords of zxcvbn, the first that anybody guesses. Kept as hashes, 240 kB in all and only once
 * somebody chooses a password; that one of them meets another password's by chance is out of the question at 64 bits.
 */
final class CommonPasswords {

    /** FNV-1a, 64 bits. */
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private CommonPasswords() {}

    /** @param password in lower case, as those of the list are */
    static boolean contains(String password) {
        return Arrays.binarySearch(Loaded.HASHES, hash(password)) >= 0;
    }

    static int size() {
        return Loaded.HASHES.length;
    }

    private static long hash(String text) {
        long hash = OFFSET_BASIS;
        for (byte octet : text.getBytes(UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * PRIME;
        }
        return hash;
    }

    /** Initialised with the first question. */
    private static final class Loaded {

        private static final long[] HASHES = load();

        private static long[] load() {
            try {
                return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                        .mapToLong(CommonPasswords::hash)
                        .sorted()
                        .toArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

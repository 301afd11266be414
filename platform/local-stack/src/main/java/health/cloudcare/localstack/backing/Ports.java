package health.cloudcare.localstack.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Which ports the services listen on. */
public sealed interface Ports {
    int at(int offset);

    default int of(Backing backing) {
        return at(backing.offset());
    }

    /** {@code auto} or the number of a base port. */
    static Ports parse(String text) {
        if (text.equals("auto")) {
            return new Free();
        }
        try {
            return new Base(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Ports are 'auto' or a base port, not '" + text + "'", e);
        }
    }

    /** Fixed places behind a base port. */
    record Base(int base) implements Ports {
        private static final int HIGHEST_OFFSET = 99;

        public Base {
            if (base < 1024 || base > 65535 - HIGHEST_OFFSET) {
                throw new IllegalArgumentException(
                        "The base port must be between 1024 and " + (65535 - HIGHEST_OFFSET) + ", not " + base);
            }
        }

        @Override
        public int at(int offset) {
            return base + offset;
        }
    }

    /** Whatever is free at the moment of asking, for test runs side by side. */
    record Free() implements Ports {
        @Override
        public int at(int offset) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getByName(BackingSettings.HOST))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException("No free port on " + BackingSettings.HOST, e);
            }
        }
    }
}

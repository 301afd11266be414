package health.cloudcare.endtoend.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Room for all ports of a suite, below those that the kernel hands out by itself. */
final class FreePorts {

    private static final int LOWEST = 11_000;
    private static final int HIGHEST = 31_000;
    private static final int WIDTH = 30;

    private FreePorts() {}

    static int base() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
                .filter(base -> IntStream.range(base, base + WIDTH).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

package health.cloudcare.benchmarks.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What the gateway is told of sessions, in place of auth-service. */
public final class EndedSessions {
    private EndedSessions() {}

    /** No session has ended, and that is all there is to know. */
    public static void announceNone(Backing redis) throws IOException {
        URI address = URI.create(redis.variable("CLOUDCARE_REDIS_URL"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("SET cloudcare:revocations:ready 1\r\n".getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() != '+') {
                throw new IOException("Redis did not take it");
            }
        }
    }
}
